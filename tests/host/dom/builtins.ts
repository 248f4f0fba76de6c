// The app's additions to arrays, strings, numbers and Math.
import { define } from "./define";

type Globals = Window & typeof globalThis;

const arrays = {
  first<T>(this: T[]): T | undefined {
    return this[0];
  },
  last<T>(this: T[]): T | undefined {
    return this[this.length - 1];
  },
  contains<T>(this: T[], target: T): boolean {
    return this.includes(target);
  },
  remove<T>(this: T[], target: T): void {
    for (let at = this.indexOf(target); at >= 0; at = this.indexOf(target)) this.splice(at, 1);
  },
  shuffle<T>(this: T[]): T[] {
    return this.sort(() => Math.random() - 0.5);
  },
  unique<T>(this: T[]): T[] {
    return [...new Set(this)];
  },
};

const strings = {
  contains(this: string, target: string): boolean {
    return this.includes(target);
  },
  format(this: string, ...args: string[]): string {
    return this.replace(/\{(\d+)\}/g, (whole, index: string) => args[Number(index)] ?? whole);
  },
};

/** Adds them to a window's own built-ins. */
export function defineBuiltins(win: Globals): void {
  define(win.Array.prototype, arrays);
  define(win.String.prototype, strings);
  define(win.Array, { combine: (lists: unknown[][]): unknown[] => lists.flat() });
  define(win.String, { isString: (value: unknown): boolean => typeof value === "string" });
  define(win.Number, { isNumber: (value: unknown): boolean => typeof value === "number" });
  define(win.Math, {
    clamp: (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max),
    square: (value: number): number => value * value,
  });
  define(win.Object, {
    isEmpty: (object: object): boolean => Object.keys(object).length === 0,
    each<T>(
      object: Record<string, T>,
      callback: (value: T, key?: string) => boolean | void,
      context?: unknown,
    ): boolean {
      return Object.entries(object).every(([key, value]) => callback.call(context, value, key) !== false);
    },
  });
}
