// Links that were left as they were when their notes were moved.
import { describe, expect, it } from "vitest";
import { Progress } from "../../src/progress/progress";
import { FakeDevice, FakeVault } from "./fake-ports";

const NOTE = { basename: "x", title: null, ids: {}, headings: [], lines: 3 };

async function moved(...moves: readonly (readonly [from: string, to: string])[]): Promise<Progress> {
  const vault = new FakeVault();
  const progress = new Progress(new FakeDevice(vault).ports());
  await progress.mark(
    moves.map(([from]) => from),
    "done",
  );
  for (const [from, to] of moves) {
    vault.notes.set(to, NOTE);
    await progress.moved([{ from, to }]);
  }
  return progress;
}

describe("a link to a note that was moved", () => {
  it("is known by the whole path, from its folder, and by its name, whatever the case", async () => {
    const { movedLinks } = await moved(["Food/Bread/Flour.md", "Old/Wheat.md"]);
    const [map, other] = ["Food/Food MOC.md", "MOC.md"];
    for (const link of ["Food/Bread/Flour", "/Food/Bread/Flour.md", "./Bread/Flour", "Bread/flour", "Flour"])
      expect([link, movedLinks.movedTo(link, map)]).toEqual([link, "Old/Wheat.md"]);
    for (const link of ["./Bread/Flour", "Rye/Flour", "lour", "Wheat"])
      expect([link, movedLinks.movedTo(link, other)]).toEqual([link, null]);
    expect(movedLinks.formerPaths("Old/Wheat.md")).toEqual(["Food/Bread/Flour.md"]);
  });

  it("is not guessed where several notes could be meant, nor where the note is gone again or another was marked there since", async () => {
    const two = await moved(["A/Flour.md", "One.md"], ["B/Flour.md", "Two.md"]);
    expect(["Flour", "A/Flour"].map((link) => two.movedLinks.movedTo(link, "MOC.md"))).toEqual([null, "One.md"]);
    expect(two.movedLinks.movedTo("./Flour", "B/MOC.md")).toBe("Two.md");
    await two.mark(["A/Flour.md"], "doing");
    expect(two.movedLinks.movedTo("A/Flour", "MOC.md")).toBeNull();
  });

  it("leads on from move to move", async () => {
    const progress = await moved(["A.md", "B.md"]);
    await progress.moved([{ from: "B.md", to: "C.md" }]);
    expect(progress.movedLinks.formerPaths("C.md")).toEqual(["B.md", "A.md"]);
  });
});
