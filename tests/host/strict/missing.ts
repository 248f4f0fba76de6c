// The stand-in's complaint about a part of the public API that it does not have: its name, loudly.

/** A function that throws, naming the member it stands for. */
export function missing(name: string): () => never {
  return () => {
    throw new Error(`${name} is not part of the stand-in app yet.`);
  };
}
