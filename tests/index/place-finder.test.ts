// The finder of places, asked again after the vault has changed.
import { expect, it } from "vitest";
import { PlaceFinder } from "../../src/index/place-finder";
import { FollowedVault } from "./fake-source";

it("scores notes by the names that they have now, where several have one text and one is renamed", async () => {
  const vault = await FollowedVault.open({ "MOC.md": "- [[Yeast]]\n- [[Salt]]\n", "Yeast.md": "", "Salt.md": "" });
  const { source, index } = vault;
  // As in the app: notes of one text share what is known of it, and a note that is renamed keeps it.
  const empty = source.cacheOf("Salt.md");
  const finder = new PlaceFinder(index, {
    cacheOf: (path) => (path === "MOC.md" ? source.cacheOf(path) : empty),
    resolve: (linkpath, sourcePath) => source.resolve(linkpath, sourcePath),
  });
  const words = (path: string): readonly string[] => [...(finder.corpus().traits.get(path)?.words ?? [])];
  expect([words("Yeast.md"), words("Salt.md")]).toEqual([["yeast"], ["salt"]]);
  await vault.rename("Salt.md", "Sugar.md");
  vault.write("MOC.md", "- [[Yeast]]\n- [[Sugar]]\n");
  expect([words("Yeast.md"), words("Sugar.md")]).toEqual([["yeast"], ["sugar"]]);
});
