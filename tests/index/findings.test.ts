// The findings about maps, kept up to date: only maps that changed, or that point at what changed, are checked again.
import { describe, expect, it, vi } from "vitest";
import type { Log } from "../../src/core/base/log";
import { DEFAULT_RULES } from "../default-rules";
import type { Finding } from "../../src/core/upkeep/finding";
import { Findings } from "../../src/index/findings";
import { RoadmapIndex } from "../../src/index/roadmap-index";
import { FakeVaultSource, ManualPace } from "./fake-source";
import { fail, keptLog } from "../logs";

class World {
  readonly pace = new ManualPace();
  readonly source: FakeVaultSource;
  readonly index: RoadmapIndex;
  readonly findings: Findings;
  /** The maps whose text was read for a check, in order. */
  readonly checked: string[] = [];
  readonly told: string[] = [];
  readonly ignored = new Set<string>();

  constructor(texts: Readonly<Record<string, string>>, log: Log = fail) {
    this.source = new FakeVaultSource(texts);
    this.index = new RoadmapIndex(this.source, this.pace, DEFAULT_RULES, fail);
    this.findings = new Findings({
      source: this.source,
      index: this.index,
      texts: { read: (path) => this.textOf(path) },
      pace: this.pace,
      log,
      lengths: { linesOf: (target) => this.source.texts.get(target)?.split("\n").length ?? null },
      moves: { moveOf: () => null },
      isExcluded: (path) => path.startsWith("Out/"),
      ignoring: { isIgnored: ({ target }) => this.ignored.has(target ?? "") },
    });
    this.findings.onChange((maps) => void this.told.push(...[...maps].sort()));
  }

  async start(): Promise<this> {
    const building = this.index.build();
    await this.pace.settle();
    await building;
    const started = this.findings.start();
    await this.settle();
    await started;
    this.checked.length = 0;
    this.told.length = 0;
    return this;
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 40; turn++) await this.pace.settle();
  }

  private textOf(path: string): ReturnType<ConstructorParameters<typeof Findings>[0]["texts"]["read"]> {
    this.checked.push(path);
    const [roadmap, text] = [this.index.roadmap(path), this.source.texts.get(path)];
    return Promise.resolve(roadmap && text !== undefined ? { roadmap, text } : null);
  }

  /** A note has another text, or is new. */
  change(path: string, text: string): void {
    const isNew = !this.source.texts.has(path);
    const cache = this.source.set(path, text);
    for (const follower of [this.index, this.findings]) {
      if (isNew) follower.created(path);
      follower.changed(path, text, cache);
    }
  }

  async write(path: string, text: string): Promise<void> {
    this.change(path, text);
    await this.settle();
  }

  async remove(path: string): Promise<void> {
    this.source.remove(path);
    for (const follower of [this.index, this.findings]) follower.removed(path);
    await this.settle();
  }

  /** `kind text` of all that is found about a map. */
  of(map: string): readonly string[] {
    return this.findings.of(map).map(({ kind, text, target }: Finding) => `${kind} ${text === "" ? target : text}`);
  }
}

const TEXTS = {
  "Bread MOC.md": "- [[Flour]] 3 lines\n- [[Rye]]\n",
  "Sea MOC.md": "- [[Salt]]\n",
  "Flour.md": "a\nb\nc",
  "Salt.md": "",
};

describe("the findings of a vault", () => {
  it("are there once all notes are known, and not before they are asked to be", async () => {
    const world = new World(TEXTS);
    const building = world.index.build();
    await world.pace.settle();
    await building;
    expect([world.of("Bread MOC.md"), world.checked]).toEqual([[], []]);
    await world.start();
    expect(world.of("Bread MOC.md")).toEqual(["broken [[Rye]]"]);
    expect(world.findings.all().map(({ map }) => map)).toEqual(["Bread MOC.md"]);
  });

  it("follow a map that changed, alone", async () => {
    const world = await new World(TEXTS).start();
    await world.write("Bread MOC.md", "- [[Flour]]\n");
    expect([world.of("Bread MOC.md"), world.checked, world.told]).toEqual([[], ["Bread MOC.md"], ["Bread MOC.md"]]);
    await world.write("Bread MOC.md", "- [[Flour]]\n\nWords\n");
    expect([world.checked.length, world.told]).toEqual([2, ["Bread MOC.md"]]);
  });

  it("stay the same values while a check finds them again", async () => {
    const world = await new World(TEXTS).start();
    const [told, ignored] = [world.findings.of("Bread MOC.md"), world.findings.ignoredOf("Bread MOC.md")];
    await world.write("Flour.md", "x\ny\nz");
    expect(world.checked).toEqual(["Bread MOC.md"]);
    expect(world.findings.of("Bread MOC.md")).toBe(told);
    expect(world.findings.ignoredOf("Bread MOC.md")).toBe(ignored);
  });

  it("are looked for once what changed is on the screen", async () => {
    const world = await new World(TEXTS).start();
    let paint = (): void => undefined;
    world.pace.painted = () => new Promise((resolve) => (paint = resolve));
    await world.write("Bread MOC.md", "- [[Flour]]\n");
    expect([world.of("Bread MOC.md"), world.checked]).toEqual([["broken [[Rye]]"], []]);
    paint();
    await world.settle();
    expect([world.of("Bread MOC.md"), world.checked]).toEqual([[], ["Bread MOC.md"]]);
  });

  it("follow a note that a map points at", async () => {
    const world = await new World(TEXTS).start();
    await world.write("Flour.md", "line\n".repeat(20));
    expect([world.of("Bread MOC.md"), world.checked]).toEqual([["broken [[Rye]]", "length 3 lines"], ["Bread MOC.md"]]);
  });

  it("follow notes that come and go: what asks for them, what is called like them, what is in no map", async () => {
    const world = await new World(TEXTS).start();
    await world.write("Deep/Rye.md", "");
    expect(world.of("Bread MOC.md")).toEqual(["unlisted Deep/Rye.md"].slice(1));
    await world.remove("Deep/Rye.md");
    expect(world.of("Bread MOC.md")).toEqual(["broken [[Rye]]"]);
    await world.write("Barley.md", "");
    expect(world.of("Bread MOC.md")).toEqual(["broken [[Rye]]", "unlisted Barley.md"]);
    await world.write("Sea MOC.md", "- [[Salt]]\n- [[Barley]]\n");
    expect(world.of("Bread MOC.md")).toEqual(["broken [[Rye]]"]);
    await world.remove("Salt.md");
    expect(world.of("Sea MOC.md")).toEqual(["broken [[Salt]]"]);
  });

  it("follow notes that a map names in a sentence alone, a map of another folder too", async () => {
    const world = await new World({ ...TEXTS, "Far/Sea MOC.md": "On [[Tide]].\n\n- [[Salt]]\n" }).start();
    const FAR = "Far/Sea MOC.md";
    expect(world.of(FAR)).toEqual(["broken [[Tide]]"]);
    await world.write("Deep/Tide.md", "# Ebb\n");
    expect([world.of(FAR), world.of("Bread MOC.md")]).toEqual([[], ["broken [[Rye]]"]]);
    await world.remove("Deep/Tide.md");
    expect(world.of(FAR)).toEqual(["broken [[Tide]]"]);
    await world.write("Deep/Tide.md", "# Ebb\n");
    await world.write(FAR, "On [[Tide#Ebb]].\n\n- [[Salt]]\n");
    await world.write("Deep/Tide.md", "# Flow\n");
    expect(world.of(FAR)).toEqual(["part [[Tide#Ebb]]"]);
  });

  it("tell of a note in no map until another map asks for it, though by a broken link", async () => {
    const world = await new World({ ...TEXTS, "Deep/Barley.md": "" }).start();
    const unlisted = (): readonly string[] => world.of("Bread MOC.md").filter((one) => one.startsWith("unlisted"));
    expect(unlisted()).toEqual(["unlisted Deep/Barley.md"]);
    await world.write("Sea MOC.md", "- [[Salt]]\n- [[Old/Barley]]\n");
    expect(unlisted()).toEqual([]);
    await world.write("Sea MOC.md", "- [[Salt]]\n");
    expect(unlisted()).toEqual(["unlisted Deep/Barley.md"]);
  });

  it("go over to another map of the folder once that lists more of what lies beside a note", async () => {
    const world = await new World({
      ...{ "A MOC.md": "- [[One]]", "B MOC.md": "- [[Green]]", "A/One.md": "" },
      ...{ "Tea/Green.md": "", "Tea/Black.md": "", "Tea/White.md": "" },
    }).start();
    const unlisted = (): readonly string[] => world.findings.all().map(({ map, target }) => `${map}: ${target}`);
    expect(unlisted()).toEqual(["B MOC.md: Tea/Black.md", "B MOC.md: Tea/White.md"]);
    await world.write("A MOC.md", "- [[One]]\n- [[Green]]\n- [[Black]]");
    expect(unlisted()).toEqual(["A MOC.md: Tea/White.md"]);
  });

  it("leave a map when its note names another map as the one above it, or none", async () => {
    const world = await new World({
      "A/A MOC.md": "- [[Salt]]\n",
      "B/B MOC.md": "- [[Salt]]\n",
      "Salt.md": "",
      "Far/Barley.md": "---\nup: '[[A MOC]]'\n---\n",
    }).start();
    const unlisted = (): unknown => [world.of("A/A MOC.md"), world.of("B/B MOC.md")];
    expect(unlisted()).toEqual([["unlisted Far/Barley.md"], []]);
    await world.write("Far/Barley.md", "---\nup: '[[B MOC]]'\n---\n");
    expect(unlisted()).toEqual([[], ["unlisted Far/Barley.md"]]);
    await world.write("Far/Barley.md", "");
    expect(unlisted()).toEqual([[], []]);
  });

  it("leave out what a listed note embeds, as long as it does and is listed", async () => {
    const FAR = { "Far/Sea MOC.md": "- [[Salt]]\n", "Far/Salt.md": "", "Part.md": "" };
    const world = await new World({ "Bread MOC.md": "- x\n", ...FAR }).start();
    const unlisted = (): readonly string[] => world.of("Bread MOC.md");
    expect(unlisted()).toEqual(["unlisted Part.md"]);
    await world.write("Far/Salt.md", "![[Part]]");
    expect(unlisted()).toEqual([]);
    await world.write("Far/Sea MOC.md", "- x\n");
    expect(unlisted()).toEqual(["unlisted Part.md"]);
    await world.write("Far/Sea MOC.md", "- [[Salt]]\n");
    expect(unlisted()).toEqual([]);
    await world.remove("Far/Salt.md");
    expect(unlisted()).toEqual(["unlisted Part.md"]);
  });

  it("look for likely names once all is quiet, or when asked for", async () => {
    const world = await new World({ ...TEXTS, "Bread MOC.md": "- [[Sourdough starter]]" }).start();
    const fixes = (): readonly string[] =>
      world.findings.of("Bread MOC.md").flatMap((one) => one.fixes.map(({ title }) => title));
    await world.write("Deep/Sourdough starters.md", "");
    await world.pace.pass(1000);
    await world.settle();
    expect(fixes()).toEqual(["Deep/Sourdough starters.md"]);
    await world.remove("Deep/Sourdough starters.md");
    await world.write("Old.md", "---\naliases: [sourdough STARTER]\n---\n");
    const settled = world.findings.whenSettled();
    await world.settle();
    await settled;
    expect(fixes()).toEqual(["Old.md"]);
  });

  it("look for a note of a topic's name too, though nothing was found about its map", async () => {
    const world = await new World({ "Bread/Bread MOC.md": "- Sourdough\n" }).start();
    expect(world.of("Bread/Bread MOC.md")).toEqual([]);
    await world.write("Sourdough.md", "");
    await world.pace.pass(1000);
    await world.settle();
    expect(world.of("Bread/Bread MOC.md")).toEqual(["topic Sourdough"]);
  });

  it("follow files in many new folders without asking all maps for each", async () => {
    const world = await new World(TEXTS).start();
    const maps = vi.spyOn(world.index, "maps");
    for (let number = 1; number <= 50; number++) world.change(`Folder ${number}/Note ${number}.md`, "");
    await world.settle();
    expect(world.of("Bread MOC.md").length).toBe(1 + 50);
    expect(maps.mock.calls.length).toBeLessThan(5);
  });

  it("count anew the links that ask for what is not written", async () => {
    const world = await new World(TEXTS).start();
    const count = (): unknown =>
      world.findings.of("Bread MOC.md").map(({ reason }) => "count" in reason && reason.count);
    expect(count()).toEqual([1]);
    await world.write("Sea MOC.md", "- [[Salt]]\n- [[rye]]\n");
    expect(count()).toEqual([2]);
  });

  it("end with a map, and leave out what is ignored", async () => {
    const world = await new World(TEXTS).start();
    world.ignored.add("Rye");
    expect([world.of("Bread MOC.md"), world.findings.ignoredOf("Bread MOC.md").length]).toEqual([[], 1]);
    world.ignored.clear();
    await world.remove("Bread MOC.md");
    expect([world.of("Bread MOC.md"), world.told.includes("Bread MOC.md")]).toEqual([[], true]);
    expect(world.of("Sea MOC.md")).toEqual(["unlisted Flour.md"]);
  });

  it("follow a circle of maps on each of them", async () => {
    const world = await new World({
      "A MOC.md": "- [[B MOC]]",
      "B MOC.md": "> ↑ [[A MOC]]\n\n- x",
      "C.md": "",
    }).start();
    await world.write("A MOC.md", "> ↑ [[B MOC]]\n\n- [[B MOC]]");
    await world.write("B MOC.md", "> ↑ [[A MOC]]\n\n- [[A MOC]]");
    expect(
      [world.of("A MOC.md"), world.of("B MOC.md")].map((found) => found.filter((one) => one.startsWith("cycle"))),
    ).toEqual([["cycle [[B MOC]]"], ["cycle [[A MOC]]"]]);
    await world.write("B MOC.md", "> ↑ [[A MOC]]\n\n- x");
    expect(world.of("A MOC.md").filter((one) => one.startsWith("cycle"))).toEqual([]);
  });

  it("are settled in a vault without maps, for those who waited before they were begun with as well", async () => {
    const world = new World({ "Flour.md": "" });
    const settled = world.findings.whenSettled();
    await world.start();
    expect(await Promise.race([settled.then(() => "settled"), world.settle()])).toBe("settled");
  });

  it.each([50, 500])("are looked for in steps that are as short on a map of %i entries as on any", async (size) => {
    const notes = Array.from({ length: size }, (_, at): readonly [string, string] => [
      `N${at}.md`,
      "---\nrating: 2\nstatus: archived\n---\nx",
    ]);
    const entry = (at: number): string =>
      `- [[${at % 3 === 0 ? "Gone/" : ""}N${at}${at % 2 === 0 ? "" : "#Part"}]] ★★★ 90 lines\n- N${at}\n`;
    const entries = Array.from({ length: size }, (_, at) => entry(at)).join("");
    const world = await new World({ ...Object.fromEntries(notes), "Big MOC.md": "" }).start();
    let [asked, most] = [0, 0];
    const resolve = world.source.resolve.bind(world.source);
    world.source.resolve = (linkpath, sourcePath) => (asked++, resolve(linkpath, sourcePath));
    world.change("Big MOC.md", entries);
    await Promise.resolve();
    world.index.roadmap("Big MOC.md");
    asked = 0;
    world.pace.isSpent = () => {
      [asked, most] = [0, Math.max(most, asked)];
      return false;
    };
    await world.settle();
    expect(new Set(world.findings.of("Big MOC.md").map(({ kind }) => kind))).toEqual(
      new Set(["broken", "length", "part", "rating", "topic", "deprecated"]),
    );
    expect(most).toBeLessThan(6);
  });

  it("follow a change at whatever moment of a check it comes, the very last too", async () => {
    for (let moment = 1; moment <= 16; moment++) {
      const world = await new World({ ...TEXTS, "Bread MOC.md": "- [[Flour]] 3 lines\n" }).start();
      let breaths = 0;
      world.pace.slice = 1;
      world.pace.breathe = () => {
        const breath = Promise.resolve();
        if (++breaths === moment) void breath.then(() => queueMicrotask(() => world.change("Flour.md", "a\nb\nc")));
        return breath;
      };
      await world.write("Flour.md", "line\n".repeat(20));
      await world.settle();
      // Of the last moments there are none: the check was over.
      expect([moment, world.of("Bread MOC.md")]).toEqual([moment, breaths < moment ? ["length 3 lines"] : []]);
      expect(breaths).toBeGreaterThan(9);
    }
  });

  it("know what happened while all notes were looked at", async () => {
    const world = new World({ ...TEXTS, "Wheat.md": "", "Barley.md": "" });
    const building = world.index.build();
    await world.pace.settle();
    await building;
    let go = (): void => undefined;
    world.pace.breathe = () => new Promise((resolve) => (go = resolve));
    const started = world.findings.start();
    await world.settle();
    await world.remove("Wheat.md");
    await world.write("Oats.md", "");
    await world.write("Salt.md", "---\naliases: [Rye]\n---\n");
    await world.write("Barley.md", "---\nmoc-path-listed: false\n---\n");
    world.pace.breathe = () => Promise.resolve();
    go();
    await world.settle();
    await started;
    expect(world.of("Bread MOC.md")).toEqual(["broken [[Rye]]", "unlisted Oats.md"]);
    const [broken] = world.findings.of("Bread MOC.md");
    expect(broken?.fixes.map(({ title }) => title)).toEqual(["Salt.md"]);
  });

  it("are there for all notes but one that cannot be looked at", async () => {
    const { log, messages } = keptLog();
    const world = new World({ ...TEXTS, "Barley.md": "", "Oats.md": "" }, log);
    const cacheOf = world.source.cacheOf.bind(world.source);
    const building = world.index.build();
    await world.pace.settle();
    await building;
    world.source.cacheOf = (path) => {
      if (path === "Barley.md") throw new Error("EIO");
      return cacheOf(path);
    };
    const started = world.findings.start();
    await world.settle();
    await started;
    expect(world.of("Bread MOC.md").slice(-1)).toEqual(["unlisted Oats.md"]);
    expect(messages[0]).toBe("Barley.md could not be looked at for what is found about maps. Error: EIO");
  });

  it("stop with the plugin", async () => {
    const world = await new World(TEXTS).start();
    world.findings.stop();
    await world.write("Bread MOC.md", "- [[Gone]]\n");
    expect([world.checked, world.told]).toEqual([[], []]);
  });
});
