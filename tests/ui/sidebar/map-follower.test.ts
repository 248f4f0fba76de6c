// A roadmap shows by itself the map of the note in front of the reader, unless one was chosen.
import { expect, it } from "vitest";
import { MapFollower } from "../../../src/ui/sidebar/map-follower";

/** A follower while the index is not complete, with a map's note in front of the reader. */
function beforeIndex(): { readonly follower: MapFollower; readonly shown: { path: string | null }; know: () => void } {
  const index = { isComplete: false, isMap: () => index.isComplete, maps: () => ["Bread MOC.md", "Tea MOC.md"] };
  const shown: { path: string | null; show: (path: string) => void } = {
    path: null,
    show: (path) => (shown.path = path),
  };
  const context: unknown = {
    index,
    navigation: { activePath: () => "Bread MOC.md" },
    totals: { mapsListing: () => [] },
    roadmaps: { at: () => ({}) },
  };
  type Needs = ConstructorParameters<typeof MapFollower>;
  const memory: unknown = { lastMap: null };
  return {
    follower: new MapFollower(context as Needs[0], memory as Needs[1], shown as unknown as Needs[2]),
    shown,
    know: () => (index.isComplete = true),
  };
}

it("shows a map that came to the front before the index knew it", () => {
  const { follower, shown, know } = beforeIndex();
  expect(follower.adoptActiveMap()).toBe(false);
  know();
  expect(follower.isAwaiting).toBe(true);
  follower.adoptActiveMap();
  expect(shown.path).toBe("Bread MOC.md");
});

it("keeps a map that was chosen meanwhile, as by the layout of before", () => {
  const { follower, shown, know } = beforeIndex();
  follower.adoptActiveMap();
  shown.path = "Tea MOC.md";
  know();
  expect(follower.isAwaiting).toBe(false);
});
