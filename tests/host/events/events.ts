// Named events and who listens to them.

type Callback = (...data: never[]) => unknown;

/** A subscription; what it holds is the emitter's own affair. */
export interface EventRef {
  readonly e: Events;
  readonly name: string;
  readonly fn: Callback;
  readonly ctx: unknown;
}

/** Reports an error as the browser reports one that nobody caught, without stopping who caused it. */
export function reportUncaught(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

export class Events {
  private readonly refs = new Map<string, EventRef[]>();

  on(name: string, callback: Callback, ctx?: unknown): EventRef {
    const ref: EventRef = { e: this, name, fn: callback, ctx };
    this.refs.set(name, [...(this.refs.get(name) ?? []), ref]);
    return ref;
  }

  off(name: string, callback: Callback): void {
    this.keep(name, (ref) => ref.fn !== callback);
  }

  offref(ref: EventRef): void {
    this.keep(ref.name, (other) => other !== ref);
  }

  /** Calls all listeners; one that throws is reported and does not keep the others from being called. */
  trigger(name: string, ...data: unknown[]): void {
    for (const ref of this.refs.get(name) ?? []) this.tryTrigger(ref, data);
  }

  tryTrigger(ref: EventRef, args: unknown[]): void {
    try {
      (ref.fn as (...data: unknown[]) => unknown).apply(ref.ctx, args);
    } catch (error) {
      reportUncaught(error);
    }
  }

  /** The number of listeners there are, of one event or of all: for tests that look for leaks. */
  listenerCount(name?: string): number {
    const lists = name === undefined ? [...this.refs.values()] : [this.refs.get(name) ?? []];
    return lists.reduce((sum, list) => sum + list.length, 0);
  }

  private keep(name: string, keeps: (ref: EventRef) => boolean): void {
    this.refs.set(name, (this.refs.get(name) ?? []).filter(keeps));
  }
}
