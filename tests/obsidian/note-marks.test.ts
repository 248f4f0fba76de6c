// @vitest-environment happy-dom
// The built plugin in a map's own text.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { startTestApp, type TestApp } from "../host/test-app";

const MAP = "Bread/_MOC.md";
const notes = {
  [MAP]:
    "# Bread\n\n## Basics\n\n- [[Flour]] ★★★\n- [[Water|water]] see [[Flour]]\n- [[Unwritten]]\n\n## More\n\n- [[Other MOC]]\n- [[Flour]]\n",
  "Other MOC.md": "## One\n\n- [[Flour]]\n",
  "Flour.md": "# Flour\n",
  "Water.md": "# Water\n",
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 });

async function start(extra: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const test = await startTestApp({ ...notes, ...extra }, { plugins: [builtPlugin()] });
  open.push(test);
  return test;
}

async function openNote(test: TestApp, path: string): Promise<HTMLElement> {
  await test.app.workspace.openLinkText(path, "");
  const el = test.containerEl.querySelector<HTMLElement>(".mod-root .cm-content");
  if (!el) throw new Error("No editor is open.");
  return el;
}

const names = (el: HTMLElement): (string | null)[] =>
  [...el.querySelectorAll(".moc-path-mark.mod-entry")].map((mark) => mark.getAttribute("aria-label"));
const tallies = (el: HTMLElement): (string | null)[] =>
  [...el.querySelectorAll(".moc-path-mark.mod-division")].map((mark) => mark.textContent);

function click(el: HTMLElement, index: number, init: MouseEventInit = {}): void {
  el.querySelectorAll(".moc-path-mark.mod-entry")[index]?.dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, ...init }),
  );
}

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("the editor of a map", () => {
  it("shows the state of each entry and the progress of each division", async () => {
    const el = await openNote(await start(), MAP);
    await eventually(() => expect(names(el)).toEqual(["To do", "To do", "Not written yet", "Map", "To do"]));
    expect(tallies(el)).toEqual(["0/2", "0/1"]);
  });

  it("marks by click, Shift and Alt as the sidebar does, wherever the note is listed", async () => {
    const test = await start();
    const el = await openNote(test, MAP);
    await eventually(() => expect(names(el)).toHaveLength(5));
    click(el, 0);
    await eventually(() =>
      expect(names(el)).toEqual(["In progress", "To do", "Not written yet", "Map", "In progress"]),
    );
    click(el, 4);
    await eventually(() => expect(tallies(el)).toEqual(["1/2", "1/1"]));
    click(el, 1, { altKey: true });
    await eventually(() => expect(names(el)[1]).toBe("Skipped"));
    expect(tallies(el)).toEqual(["1/1", "1/1"]);
    click(el, 1, { shiftKey: true });
    await eventually(() => expect(names(el)[1]).toBe("In progress"));
    expect(test.backend.texts()[MAP]).toBe(notes[MAP]);
  });

  it("opens the map that a ring stands for, and offers every state by menu", async () => {
    const test = await start();
    const el = await openNote(test, MAP);
    await eventually(() => expect(names(el)[3]).toBe("Map"));
    el.querySelector(".moc-path-mark.mod-entry")?.dispatchEvent(
      new MouseEvent("contextmenu", { bubbles: true, cancelable: true }),
    );
    expect([...document.querySelectorAll(".menu-item-title")].map((item) => item.textContent)).toContain("Skipped");
    click(el, 3);
    await eventually(() => expect(test.app.workspace.getActiveFile()?.path).toBe("Other MOC.md"));
  });

  it("shows no marks in other notes, and follows a note that becomes a map", async () => {
    const test = await start({ "Plain.md": "- [[Flour]]\n" });
    const el = await openNote(test, "Plain.md");
    expect(names(el)).toEqual([]);
    const file = test.app.vault.getFileByPath("Plain.md");
    if (file) await test.app.vault.modify(file, "---\ntype: moc\n---\n- [[Flour]]\n");
    await eventually(() => expect(names(el)).toEqual(["To do"]));
  });

  it("shows none where the reader has switched them off", async () => {
    const el = await openNote(await start({ ".obsidian/plugins/moc-path/data.json": '{ "marks": false }' }), MAP);
    expect(names(el)).toEqual([]);
  });

  it("is switched off and on at once", async () => {
    const test = await start();
    const el = await openNote(test, MAP);
    await eventually(() => expect(names(el)).toHaveLength(5));
    for (const [isShown, count] of [
      [false, 0],
      [true, 5],
    ] as const) {
      await test.outside.write(".obsidian/plugins/moc-path/data.json", JSON.stringify({ marks: isShown }));
      await eventually(() => expect(names(el)).toHaveLength(count));
    }
  });

  it("shows none once the plugin is off", async () => {
    const test = await start();
    const el = await openNote(test, MAP);
    await eventually(() => expect(names(el)).toHaveLength(5));
    await test.app.plugins.disablePlugin("moc-path");
    expect(el.querySelector(".moc-path-mark")).toBeNull();
  });
});
