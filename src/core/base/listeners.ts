// Those who are to be told of something; of what, its owner says.

export class Listeners<Told extends readonly unknown[]> {
  private readonly all = new Set<(...told: Told) => void>();

  /** Calls back from now on; returns what ends that. */
  add(listener: (...told: Told) => void): () => void {
    this.all.add(listener);
    return () => this.all.delete(listener);
  }

  tell(...told: Told): void {
    for (const listener of this.all) listener(...told);
  }

  clear(): void {
    this.all.clear();
  }
}
