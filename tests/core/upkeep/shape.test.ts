// Empty divisions, and maps below themselves.
import { describe, expect, it } from "vitest";
import { found, told } from "./check";

describe("an empty division", () => {
  it("has nothing below its heading but blank lines, rules and comments", async () => {
    const text =
      "# Map\n\n## One\n\n---\n%% later %%\n## Two\n- [[A]]\n## Three\nWords.\n## Four\n### Five\n\n## [[A]]\n## Six";
    expect(await told("empty", text, { "A.md": "" })).toEqual([
      "idea 3: One (Nothing stands below this heading) -> ",
      "idea 12: Five (Nothing stands below this heading) -> ",
      "idea 15: Six (Nothing stands below this heading) -> ",
    ]);
  });
});

describe("a map below itself", () => {
  it("is told of on each map of the circle", async () => {
    const texts = {
      "One MOC.md": "> ↑ [[Two MOC]]\n\n- [[Three MOC]]",
      "Three MOC.md": "> ↑ [[One MOC]]\n\n- [[Two MOC]]",
      "Two MOC.md": "> ↑ [[Three MOC]]\n\n- [[One MOC]]",
      "Top MOC.md": "- [[One MOC]]",
    };
    const all = await found("cycle", texts, null);
    expect(all.map(({ map, line, reason }) => [map, line, "maps" in reason ? reason.maps.join(" > ") : ""])).toEqual([
      ["One MOC.md", 2, "One MOC.md > Three MOC.md > Two MOC.md"],
      ["Three MOC.md", 2, "Three MOC.md > Two MOC.md > One MOC.md"],
      ["Two MOC.md", 2, "Two MOC.md > One MOC.md > Three MOC.md"],
    ]);
  });

  it("is not found where maps only point back up", async () => {
    const texts = { "One MOC.md": "- [[Two MOC]]", "Two MOC.md": "> ↑ [[One MOC]]\n\n- [[A]]", "A.md": "" };
    expect(await found("cycle", texts, null)).toEqual([]);
  });
});
