// @vitest-environment happy-dom
// The built plugin and its journals: the notes a mark waits for, the time it is
// written, and what the sidebar says meanwhile.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { lookAway, makeTestApp, showRoadmapOf, startTestApp, type TestApp } from "../host/test-app";

const notes = {
  "Bread.md": "---\ntype: moc\n---\n# Bread\n\n- [[Flour]]\n- [[Water]]\n",
  "Flour.md": "# Flour\n",
  "Water.md": "# Water\n",
};
const OTHER = "MOC Path/Progress Phone phone000 2026-02.md";
const JOURNAL =
  '---\nmoc-path-journal: "phone000"\nmoc-path-month: "2026-02"\nmoc-path: false\n---\n```jsonl\n' +
  '{"v":1,"id":"phone000.s.1","at":"2026-02-22T10:11:12.345Z","target":"Flour.md","state":"done","note":null}\n';

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 });

async function openRoadmap(test: TestApp): Promise<TestApp> {
  open.push(test);
  await showRoadmapOf(test, "Bread");
  await eventually(() => expect(rows(test)).toHaveLength(2));
  return test;
}

const rows = ({ containerEl }: TestApp): HTMLElement[] =>
  containerEl.findAll(".moc-path-row.mod-entry").filter((el) => el.style.display !== "none");
const states = (test: TestApp): readonly (string | undefined)[] =>
  rows(test).map((row) => /is-(?:todo|doing|done|skipped)/u.exec(row.className)?.[0]);
const markFirst = (test: TestApp): void => rows(test)[0]?.querySelector<HTMLElement>(".moc-path-state")?.click();
const written = (test: TestApp): string => Object.values(test.backend.texts()).join("\n");

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("a mark", () => {
  it("is written at once when the app is hidden, and when it quits", async () => {
    const test = await openRoadmap(await startTestApp(notes, { plugins: [builtPlugin()] }));
    markFirst(test);
    await eventually(() => expect(states(test)[0]).toBe("is-doing"));
    expect(written(test)).not.toContain('"state":"doing"');
    lookAway();
    await eventually(() => expect(written(test)).toContain('"state":"doing"'));
    markFirst(test);
    await eventually(() => expect(states(test)[0]).toBe("is-done"));
    await test.app.quit();
    expect(written(test)).toContain('"state":"done"');
  });

  it("waits for no note that cannot be read and was never indexed", async () => {
    const test = makeTestApp({ ...notes, "Cloud.md": "not here\n" }, { plugins: [builtPlugin()] });
    test.faults.fail("read", new Error("EACCES"), { path: /^Cloud/u });
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await test.app.boot(test.containerEl).catch(() => undefined);
    await openRoadmap(test);
    markFirst(test);
    await eventually(() => expect(states(test)[0]).toBe("is-doing"));
    lookAway();
    await eventually(() => expect(written(test)).toContain('"state":"doing"'));
  });
});

describe("notes that are not indexed yet", () => {
  it("are not searched for journals, however often the app says that all is resolved", async () => {
    const test = makeTestApp(notes, { plugins: [builtPlugin()], indexing: "late" });
    open.push(test);
    const read = vi.spyOn(test.backend, "read");
    const readsOf = (path: string): number => read.mock.calls.filter(([one]) => one === path).length;
    const release = test.app.metadataCache.hold();
    const booted = test.app.boot(test.containerEl);
    await eventually(() => expect(test.app.workspace.layoutReady).toBe(true));
    for (let times = 0; times < 3; times++) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      test.app.metadataCache.trigger("resolved");
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(readsOf("Water.md")).toBe(0);
    release();
    await booted;
    await openRoadmap(test);
    expect([readsOf("Flour.md"), readsOf("Water.md")]).toEqual([1, 1]);
  });
});

describe("a journal that the reader has renamed and that has lost its frontmatter", () => {
  it("counts after a restart, too", async () => {
    const frame = "# Reading progress 2026-02 Phone\n\nMOC Path keeps your reading progress here, one event a line.\n";
    const log = JOURNAL.replace(/^---[^]*---\n/u, `${frame}\n`);
    const test = await startTestApp({ ...notes, "Logs/My reading.md": log }, { plugins: [builtPlugin()] });
    await openRoadmap(test);
    await eventually(() => expect(states(test)).toEqual(["is-done", "is-todo"]));
    expect(test.backend.texts()["Logs/My reading.md"]).toBe(log);
  });
});

describe("a journal that cannot be read", () => {
  it("is named with its reason, marks go on and wait, and all is well once it can be", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const test = makeTestApp({ ...notes, [OTHER]: JOURNAL }, { plugins: [builtPlugin()] });
    test.app.workspace.onLayoutReady(() => test.faults.fail("read", new Error("EACCES"), { path: /^MOC Path/u }));
    await test.app.boot(test.containerEl);
    await openRoadmap(test);
    const line = (): HTMLElement | null => test.containerEl.querySelector(".moc-path-unsaved.mod-unreadable");
    await eventually(() => expect(line()?.textContent).toContain(`${OTHER} cannot be read: EACCES`));
    rows(test)[1]?.querySelector<HTMLElement>(".moc-path-state")?.click();
    await eventually(() => expect(states(test)).toEqual(["is-todo", "is-doing"]));
    lookAway();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(written(test)).not.toContain('"state":"doing"');
    test.faults.clear();
    line()?.querySelector("button")?.click();
    await eventually(() => expect(states(test)).toEqual(["is-done", "is-doing"]));
    await eventually(() => expect(line()).toBeNull());
    lookAway();
    await eventually(() => expect(written(test)).toContain('"state":"doing"'));
  });
});

describe("a device", () => {
  it("is asked for a name at its first mark, and has it in its file", async () => {
    const test = await openRoadmap(await startTestApp(notes, { plugins: [builtPlugin()] }));
    markFirst(test);
    const notice = (): HTMLElement | null => document.querySelector(".moc-path-foot");
    await eventually(() => expect(notice()?.textContent).toContain("Progress is kept in “MOC Path”; this device"));
    notice()?.querySelector<HTMLElement>("button:not(.moc-path-offer-close)")?.click();
    const input = document.querySelector<HTMLInputElement>(".modal input");
    expect(input?.value).toBe("Linux");
    if (input) input.value = "Kitchen laptop";
    input?.dispatchEvent(new Event("input"));
    document.querySelector<HTMLElement>(".modal button.mod-cta")?.click();
    const files = (): readonly string[] => Object.keys(test.backend.texts()).filter((path) => /^MOC Path/u.test(path));
    await eventually(() => expect(files()).toEqual([expect.stringMatching(/Progress Kitchen laptop [a-z0-9]{8} /u)]));
    markFirst(test);
    await eventually(() => expect(states(test)[0]).toBe("is-done"));
    expect(notice()?.textContent).toBe("");
    expect(document.querySelectorAll(".notice")).toHaveLength(0);
  });

  it("names the folder of progress as the vault spells it", async () => {
    const log = { "Log/one.md": "", ".obsidian/plugins/moc-path/data.json": '{"folder":"log"}' };
    const test = await openRoadmap(await startTestApp({ ...notes, ...log }, { plugins: [builtPlugin()] }));
    markFirst(test);
    await eventually(() =>
      expect(document.querySelector(".moc-path-foot")?.textContent).toContain("Progress is kept in “Log”; this device"),
    );
  });

  it("is told over the app where no roadmap is seen", async () => {
    const test = await startTestApp(notes, { plugins: [builtPlugin()] });
    open.push(test);
    await eventually(() => expect(test.app.plugins.plugins["moc-path"]).toBeDefined());
    await test.app.workspace.openLinkText("Flour", "");
    await eventually(() => expect(test.app.commands.executeCommandById("moc-path:mark-done")).toBe(true));
    await eventually(() =>
      expect(document.querySelector(".notice")?.textContent).toContain("Progress is kept in “MOC Path”; this device"),
    );
  });
});
