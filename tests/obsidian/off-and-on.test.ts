// @vitest-environment happy-dom
// The built plugin turned off while it starts: nothing of it goes on.
import { expect, it } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { startTestApp, type TestApp } from "../host/test-app";

const notes = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => [`N${at} MOC.md`, `## A\n\n- [[N${at + 1} MOC]]\n`]),
);

const listeners = ({ app: { vault, metadataCache, workspace } }: TestApp): readonly number[] =>
  [vault, metadataCache, workspace].map((events) => events.listenerCount());

/** Counts the notes that are read from now on. */
function countReads({ app: { vault } }: TestApp): () => number {
  let reads = 0;
  for (const name of ["read", "cachedRead"] as const) {
    const read = vault[name].bind(vault);
    Object.defineProperty(vault, name, { configurable: true, value: (file: never) => (reads++, read(file)) });
  }
  return () => reads;
}

for (const delay of [null, 0, 1, 5]) {
  it(`leaves no listener and reads nothing when it is turned off ${delay === null ? "at once" : `${delay} ms later`}`, async () => {
    const test = await startTestApp(notes, { plugins: [builtPlugin()] });
    await test.app.plugins.disablePlugin("moc-path");
    const [before, reads] = [listeners(test), countReads(test)];
    await test.app.plugins.enablePlugin("moc-path");
    if (delay !== null) await new Promise((resolve) => setTimeout(resolve, delay));
    await test.app.plugins.disablePlugin("moc-path");
    const atOff = reads();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(listeners(test)).toEqual(before);
    expect(reads() - atOff).toBeLessThanOrEqual(1);
    await test.app.close();
  });
}
