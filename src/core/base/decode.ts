// Percent-encoded text in clear; a text that is not encoded well stays as it is.

/** `decode` is `decodeURI`, which leaves the separators of an address alone, or `decodeURIComponent`. */
export function decoded(text: string, decode: (text: string) => string): string {
  try {
    return decode(text);
  } catch {
    return text;
  }
}
