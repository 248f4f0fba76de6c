// Maps by the names that their links ask for, through edits of these.
import { beforeEach, describe, expect, it } from "vitest";
import { LinkNames } from "../../src/index/link-names";
import { parseMap } from "../../src/core/read/parse";
import { parseMetadata } from "../host/metadata/parse";

const MAP = "Crafts MOC.md";
const OTHER = "Tools MOC.md";
let names: LinkNames;

function write(text: string, map = MAP): void {
  names.set(map, parseMap(text, parseMetadata(text)));
}

beforeEach(() => {
  names = new LinkNames();
});

describe("The maps that name a note", () => {
  it("are known by its name in any case, and by the folder it lies in", () => {
    write("## Bread\n\n- [[Crafts/Sourdough#Feeding|feeding]]\n");
    expect([...names.mapsNaming("sourdough")]).toEqual([MAP]);
    expect([...names.mapsNaming("crafts/")]).toEqual([MAP]);
    expect([...names.mapsNaming("feeding")]).toEqual([]);
  });

  it("name it as long as one of their links does", () => {
    write("- [[Flour]]\n- [[Milling/Flour|more]]\n");
    write("- [[Milling/Flour|more]]\n");
    expect([...names.mapsNaming("flour")]).toEqual([MAP]);
    write("- [[Salt]]\n");
    expect([...names.mapsNaming("flour")]).toEqual([]);
    expect([...names.mapsNaming("milling/")]).toEqual([]);
    expect([...names.namesIn(MAP)]).toEqual(["salt"]);
  });

  it("are forgotten with the map, and others are not", () => {
    write("- [[Flour]]\n");
    write("- [[Flour]]\n", OTHER);
    names.delete(MAP);
    expect([...names.mapsNaming("flour")]).toEqual([OTHER]);
    expect([...names.namesIn(MAP)]).toEqual([]);
  });
});
