// @vitest-environment happy-dom
// Things that other versions of the plugin left: settings, journals, what a device remembers,
// and the layout. Older, newer, or damaged.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { lookAway, makeTestApp, showRoadmapOf, type TestApp } from "../host/test-app";

const DATA = ".obsidian/plugins/moc-path/data.json";
const JOURNAL = "Elsewhere/Progress other 2026.md";
const MAP = "Bread MOC.md";
const notes = {
  [MAP]: "## One\n\n- [[Flour]]\n- [[Water]]\n- [[Salt]]\n",
  "Flour.md": "a\n",
  "Water.md": "b\n",
  "Salt.md": "c\n",
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(() => (lookAway(), check()), { timeout: 5000 });

interface Left {
  readonly texts?: Readonly<Record<string, string>>;
  readonly remembered?: Readonly<Record<string, unknown>>;
}

/** The roadmap of an app that finds what another version left. */
async function openRoadmap({ texts = {}, remembered = {} }: Left): Promise<TestApp> {
  const test = makeTestApp({ ...notes, ...texts }, { plugins: [builtPlugin()] });
  open.push(test);
  for (const [key, value] of Object.entries(remembered)) test.app.saveLocalStorage(key, value);
  await test.app.boot(test.containerEl);
  await showRoadmapOf(test, MAP);
  await eventually(() => expect(rows(test)).toHaveLength(3));
  return test;
}

const rows = (test: TestApp): HTMLElement[] =>
  test.containerEl.findAll(".moc-path-row.mod-entry").filter((el) => el.style.display !== "none");
const states = (test: TestApp): (string | undefined)[] =>
  rows(test).map((row) => [...row.classList].find((name) => /^is-(?:todo|doing|done|skipped)$/.test(name)));

function journal(...lines: readonly string[]): Readonly<Record<string, string>> {
  return {
    [JOURNAL]: `---\nmoc-path-journal: otherdev\nmoc-path: false\n---\n# Progress\n\n\`\`\`json\n${lines.map((line) => `${line}\n`).join("")}`,
  };
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
  vi.restoreAllMocks();
});

describe("settings", () => {
  it.each(["{}", "[]", "null", "5", '{ "marks": "perhaps", "tasks": 3, "later": { "deep": [1] } }'])(
    "of another version, %s, do not keep the plugin from working",
    async (data) => {
      const test = await openRoadmap({ texts: { [DATA]: data } });
      expect(test.containerEl.querySelector(".cm-content .moc-path-mark")).not.toBeNull();
    },
  );

  it("that are damaged stay as they are, and all is as it is at first", async () => {
    const test = await openRoadmap({ texts: { [DATA]: "{ cut off" } });
    expect(states(test)).toEqual(["is-todo", "is-todo", "is-todo"]);
    expect(test.backend.texts()[DATA]).toBe("{ cut off");
  });
});

describe("journals", () => {
  const first = '{"v":1,"id":"otherdev.s1.1","at":"2026-02-22T10:11:12.345Z","target":"Flour.md","state":"done"}';
  const unknown =
    '{"v":1,"id":"otherdev.s1.2","at":"2026-02-22T10:12:12.345Z","target":"Water.md","state":"doing","over":null,"mood":"good","note":{"basename":"Water","colour":1}}';
  const newer = '{"v":2,"id":"otherdev.s2.1","when":"2027","what":["Salt.md","done"]}';

  it("of the first version, without what came later, are read", async () => {
    const test = await openRoadmap({ texts: journal(first) });
    await eventually(() => expect(states(test)).toEqual(["is-done", "is-todo", "is-todo"]));
  });

  it("of a newer version are read as far as they can be, and left as they are", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const texts = journal(first, unknown, newer);
    const test = await openRoadmap({ texts });
    await eventually(() => expect(states(test)).toEqual(["is-done", "is-doing", "is-todo"]));
    rows(test)[2]?.querySelector<HTMLElement>(".moc-path-state")?.click();
    await eventually(() => expect(Object.values(test.backend.texts()).join("\n")).toContain('"target":"Salt.md"'));
    expect(test.backend.texts()[JOURNAL]).toBe(texts[JOURNAL]);
  });
});

describe("what a device remembers", () => {
  const keys = ["device", "levels", "folds", "filters", "hiding-done", "history", "tail", "known-notes"];

  it.each([5, "text", [[1]], { [MAP]: 5 }, { [MAP]: { states: 3, text: null } }])(
    "may be %j: the roadmap is drawn, and marks",
    async (value) => {
      const test = await openRoadmap({ remembered: Object.fromEntries(keys.map((key) => [`moc-path-${key}`, value])) });
      rows(test)[0]?.querySelector<HTMLElement>(".moc-path-state")?.click();
      await eventually(() => expect(states(test)[0]).toBe("is-doing"));
      await eventually(() => expect(Object.values(test.backend.texts()).join("\n")).toContain('"target":"Flour.md"'));
    },
  );
});

it.each([null, {}, { map: 5 }, { map: "No such map.md" }, { later: true }])(
  "a layout may hold %j of the view",
  async (state) => {
    const test = await openRoadmap({});
    const leaf = test.app.workspace.getLeavesOfType("moc-path-roadmap")[0];
    await leaf?.setViewState({ type: "moc-path-roadmap", active: true, state: state as Record<string, unknown> });
    expect(test.containerEl.querySelector<HTMLElement>(".moc-path-failure")?.style.display).toBe("none");
  },
);
