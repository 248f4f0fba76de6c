// All maps as one roadmap: which map stands below which, and the one to go on with.
import { describe, expect, it } from "vitest";
import { allMapsOf } from "../../../src/core/roadmap/all-maps";
import type { Entry, Roadmap } from "../../../src/core/roadmap/model";
import { nextOfMaps } from "../../../src/core/roadmap/next";
import { readMap } from "../read-map";

/** Maps by path and text, in a vault that also holds their notes. */
function mapsOf(texts: Readonly<Record<string, string>>): readonly Roadmap[] {
  const paths = [...Object.keys(texts), "A.md", "B.md", "C.md"];
  return Object.entries(texts).map(([path, text]) => readMap(text, paths, path));
}

function sketch(entries: readonly Entry[], indent = ""): string {
  return entries.map(({ path, children }) => `${indent}${path}\n${sketch(children, `${indent}  `)}`).join("");
}

function nested(texts: Readonly<Record<string, string>>): string {
  const byTitle = (one: Roadmap, other: Roadmap): number => one.path.localeCompare(other.path, "en", { numeric: true });
  return sketch(allMapsOf(mapsOf(texts), "All maps", byTitle).entries);
}

describe("all maps", () => {
  it("stand below the map that they name as up, even where it does not link to them", () => {
    expect(nested({ "X MOC.md": "> Up: [[Y MOC]]\n\n- [[A]]", "Y MOC.md": "- [[B]]" })).toBe("Y MOC.md\n  X MOC.md\n");
  });

  it("stand below a map that links to them from their folder or above, the nearest one", () => {
    const texts = {
      "Top MOC.md": "- [[In MOC]]\n- [[Deep MOC]]",
      "in/In MOC.md": "- [[Deep MOC]]",
      "in/deep/Deep MOC.md": "- [[A]]",
    };
    expect(nested(texts)).toBe("Top MOC.md\n  in/In MOC.md\n    in/deep/Deep MOC.md\n");
  });

  it("stand each once and beside each other in their order", () => {
    expect(nested({ "lc10 MOC.md": "- [[A]]", "lc2 MOC.md": "- [[B]]" })).toBe("lc2 MOC.md\nlc10 MOC.md\n");
  });

  it("stand at the top where they are below themselves", () => {
    const circle = nested({
      "X MOC.md": "> Up: [[Y MOC]]\n",
      "Y MOC.md": "> Up: [[X MOC]]\n",
      "Z MOC.md": "> Up: [[Z MOC]]\n",
    });
    expect(circle.split("\n").filter((line) => line.trim() !== "")).toHaveLength(3);
    expect(circle).toMatch(/^[XY] MOC\.md\n {2}[XY] MOC\.md\nZ MOC\.md\n$/);
  });
});

describe("the map to go on with", () => {
  const maps = mapsOf({ "One MOC.md": "- [[A]]", "Two MOC.md": "- [[B]]\n- [[C]]" });
  const next = (done: readonly string[], touched: Readonly<Record<string, number>>): string | null => {
    const found = nextOfMaps(
      maps,
      (target) => (done.includes(target) ? "done" : "todo"),
      (target) => touched[target] ?? null,
    );
    return found && `${found.map.path}: ${found.next.entry.title}`;
  };

  it("is the first before anything was touched", () => expect(next([], {})).toBe("One MOC.md: A"));
  it("is the one touched last", () => expect(next(["B.md"], { "B.md": 5 })).toBe("Two MOC.md: C"));
  it("is another where nothing is left of that", () => expect(next(["A.md"], { "A.md": 5 })).toBe("Two MOC.md: B"));
  it("is none where nothing is left", () => expect(next(["A.md", "B.md", "C.md"], {})).toBeNull());
});
