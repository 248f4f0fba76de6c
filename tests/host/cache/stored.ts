// Keeps parsed caches by the text they came from, so that a vault is parsed once however often it is opened.
import type { CachedMetadata } from "obsidian";

/** Texts by key, wherever they are kept. */
export interface CacheStore {
  get(key: string): string | undefined;
  set(key: string, json: string): void;
}

/** A 53-bit hash of a text. */
function hashOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** Under which key a text's cache is stored. */
export function keyOf(text: string): string {
  return `${text.length}-${hashOf(text)}`;
}

/** True if a text can be a key; then it can be a file's name too. */
export function isKey(text: string): boolean {
  return /^\d+-[0-9a-z]+$/.test(text);
}

/** The same as `parse`, but each text is parsed only once as long as the store holds. */
export function stored(parse: (text: string) => CachedMetadata, store: CacheStore): (text: string) => CachedMetadata {
  return (text) => {
    const key = keyOf(text);
    const known = store.get(key);
    if (known !== undefined) return JSON.parse(known) as CachedMetadata;
    const cache = parse(text);
    store.set(key, JSON.stringify(cache));
    return cache;
  };
}
