// Those who are to be told of something; of what, its owner says. One that throws keeps nothing from the others.

export class Listeners<Told extends readonly unknown[]> {
  private readonly all = new Set<(...told: Told) => void>();

  /** `failed` is called with what a listener threw, and with what it had been told. */
  constructor(private readonly failed: (error: unknown, ...told: Told) => void) {}

  /** Calls back from now on; returns what ends that. */
  add(listener: (...told: Told) => void): () => void {
    this.all.add(listener);
    return () => this.all.delete(listener);
  }

  tell(...told: Told): void {
    for (const listener of this.all) {
      try {
        listener(...told);
      } catch (error) {
        this.failed(error, ...told);
      }
    }
  }

  clear(): void {
    this.all.clear();
  }
}
