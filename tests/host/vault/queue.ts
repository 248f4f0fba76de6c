// One thing after the other: what is asked for while something runs waits for it, and a failure holds nothing up.

export class Queue {
  private last: Promise<unknown> = Promise.resolve();

  /** Runs a task when all before it have ended; settles as it does. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task, task);
    this.last = result;
    return result;
  }
}
