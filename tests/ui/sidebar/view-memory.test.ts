// @vitest-environment happy-dom
// The things a device remembers of rows: while the plugin runs, and over a restart.
import { beforeEach, describe, expect, it } from "vitest";
import { toggled } from "../../../src/core/roadmap/folding";
import type { Roadmap } from "../../../src/core/roadmap/model";
import { foldingOf, withFolding } from "../../../src/core/roadmap/view-state";
import { ViewMemory } from "../../../src/ui/sidebar/view-memory";
import { readMap, rereadMap } from "../../core/read-map";

const MAP = "Map MOC.md";
const NOTES = ["A.md", "B.md"];
const TEXT = "## One\n- [[A]]\n## Two\n- [[B]]\n";

/** Everything on the device, and the map as it is read now. */
let device: Map<string, unknown>;
let roadmap: Roadmap | null;

const memory = (): ViewMemory =>
  new ViewMemory({ load: (key) => device.get(key), save: (key, value) => device.set(key, value) }, () => roadmap);

function fold(into: ViewMemory, id: string): void {
  const before = into.view(MAP);
  into.saveView(MAP, withFolding(before, toggled(foldingOf(before), id)), before);
}

function edit(text: string, told: ViewMemory): void {
  const { roadmap: now, change } = rereadMap(text, roadmap, NOTES);
  roadmap = now;
  told.mapsChanged({ maps: new Set([MAP]), identities: change ? new Map([[MAP, change]]) : new Map(), list: false });
}

/** The titles of chapters that are folded as a device remembers them. */
function foldedIn(view: ViewMemory): readonly string[] {
  const { byHand } = foldingOf(view.view(MAP));
  return (roadmap?.chapters ?? []).filter(({ id }) => byHand.has(id)).map(({ title }) => title);
}

beforeEach(() => {
  device = new Map();
  roadmap = readMap(TEXT, NOTES);
});

describe("rows that are remembered", () => {
  it("stay folded under another title while the plugin runs, also of a map that nobody looks at, and after a restart", () => {
    const running = memory();
    fold(running, "/One");
    running.savePlace(MAP, { id: "/One\n[A.md]", offset: 3 });
    edit(TEXT.replace("One", "Uno"), running);
    expect([foldedIn(running), running.place(MAP)]).toEqual([["Uno"], { id: "/One\n[A.md]", offset: 3 }]);
    running.finish();
    roadmap = readMap(TEXT.replace("One", "Uno"), NOTES);
    const restarted = memory();
    expect([foldedIn(restarted), restarted.place(MAP)]).toEqual([["Uno"], { id: "/Uno\n[A.md]", offset: 3 }]);
    edit(TEXT.replace("One", "Erste"), restarted);
    expect(foldedIn(restarted)).toEqual(["Erste"]);
  });

  it("are not told of where nothing was remembered", () => {
    const running = memory();
    edit(TEXT.replace("One", "Uno"), running);
    running.finish();
    expect(device.size).toBe(0);
  });

  it("are known by the titles on the way to them when the map was edited while the app was closed", () => {
    fold(memory(), "/Two");
    roadmap = readMap(`## Zero\n- [[B]]\n${TEXT}`, NOTES);
    expect(foldedIn(memory())).toEqual(["Two"]);
    roadmap = readMap(TEXT.replace("Two", "Due"), NOTES);
    expect(foldedIn(memory())).toEqual([]);
  });

  it("go along with a map that gets another path, and are known by their titles where it comes back", () => {
    const running = memory();
    fold(running, "/One");
    running.renamed("Other MOC.md", MAP);
    expect([...foldingOf(running.view("Other MOC.md")).byHand]).toEqual(["/One"]);
    expect(foldingOf(running.view(MAP)).byHand.size).toBe(0);
    running.renamed(MAP, "Other MOC.md");
    edit(TEXT.replace("One", "Uno"), running);
    running.finish();
    roadmap = null;
    running.mapsChanged({ maps: new Set([MAP]), identities: new Map(), list: true });
    roadmap = readMap(TEXT.replace("One", "Uno"), NOTES);
    expect(foldedIn(running)).toEqual(["Uno"]);
  });
});
