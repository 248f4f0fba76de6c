// All maps as one roadmap: which map stands below which.
import { describe, expect, it } from "vitest";
import { allMapsOf } from "../../../src/core/roadmap/all-maps";
import type { Entry, Roadmap } from "../../../src/core/roadmap/model";
import { rowNames } from "../../../src/core/roadmap/row-names";
import { readMap } from "../read-map";

/** All maps of a vault by path and text, that also holds their notes. */
function allOf(texts: Readonly<Record<string, string>>): Roadmap {
  const paths = [...Object.keys(texts), "A.md", "B.md"];
  return allMapsOf(
    Object.entries(texts).map(([path, text]) => readMap(text, paths, path)),
    "All maps",
  );
}

function sketch(entries: readonly Entry[], indent = ""): string {
  return entries.map(({ path, children }) => `${indent}${path}\n${sketch(children, `${indent}  `)}`).join("");
}

const nested = (texts: Readonly<Record<string, string>>): string => sketch(allOf(texts).entries);

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

  it("stand each once, and beside each other in the order given", () => {
    expect(nested({ "Z MOC.md": "- [[A]]", "B MOC.md": "- [[B]]" })).toBe("Z MOC.md\nB MOC.md\n");
  });

  it("stand at the top where they are below themselves, and nobody is lost", () => {
    const circle = nested({
      "X MOC.md": "> Up: [[Y MOC]]\n",
      "Y MOC.md": "> Up: [[X MOC]]\n",
      "Z MOC.md": "> Up: [[Z MOC]]\n",
    });
    expect(circle).toBe("Y MOC.md\n  X MOC.md\nZ MOC.md\n");
  });

  it("have ids that are their names over a restart, too", () => {
    const all = allOf({ "X MOC.md": "> Up: [[Y MOC]]\n", "Y MOC.md": "- [[B]]" });
    const [upper] = all.entries;
    const ids = [upper, ...upper!.children].map((entry) => entry!.id);
    expect(ids.map(rowNames(all))).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });
});
