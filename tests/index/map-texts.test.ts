import { expect, it, vi } from "vitest";
import { MapTexts } from "../../src/index/map-texts";
import { readMap } from "../core/read-map";

it("lets nobody wait for an index that is behind once the plugin is off", async () => {
  const [stopListening, cancel] = [vi.fn(), vi.fn()];
  const roadmap = readMap("- [[A]]\n", ["A.md"]);
  const texts = new MapTexts(
    { roadmap: () => roadmap, onChange: () => stopListening },
    { read: () => Promise.resolve("Other words.") },
    { later: () => cancel },
  );
  const reading = texts.read("Map.md");
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(stopListening).not.toHaveBeenCalled();
  texts.stop();
  expect(await reading).toBeNull();
  expect([stopListening, cancel].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});
