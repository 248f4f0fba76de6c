// @vitest-environment happy-dom
// Importing progress by the built plugin: what the reader is shown first, and what is there afterwards.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { startTestApp, type TestApp } from "../host/test-app";

const NOTES = { "Bread MOC.md": "- [[Flour]]\n- [[Water]]\n", "Flour.md": "", "Water.md": "" };
const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 });

/** Starts with a file, chooses it for an import, and resolves once the preview is shown. */
async function preview(name: string, text: string): Promise<TestApp> {
  const test = await startTestApp({ ...NOTES, [name]: text }, { plugins: [builtPlugin()] });
  open.push(test);
  test.app.commands.executeCommandById("moc-path:import-progress");
  const item = (): HTMLElement | undefined =>
    document.body.findAll(".suggestion-item").find((el) => el.textContent?.includes(name));
  await eventually(() => expect(item()).toBeDefined());
  item()?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  await eventually(() => expect(document.body.find(".modal-button-container")).not.toBeNull());
  return test;
}

const changes = (): readonly string[] =>
  document.body
    .findAll(".moc-path-change")
    .map((el) =>
      [
        ...el.findAll(".moc-path-state").map((one) => one.ariaLabel ?? one.getAttribute("aria-label")),
        el.find(".moc-path-change-target").textContent,
      ].join(" "),
    );
const said = (): string =>
  document.body
    .findAll(".notice")
    .map((el) => el.textContent)
    .join("\n");

function pressImport(): void {
  document.body
    .findAll(".modal button")
    .find((el) => el.textContent === "Import")
    ?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
}

const line = (device: string, target: string): object => ({
  v: 1,
  id: `${device}.s1.1`,
  at: "2026-01-01T00:00:00.000Z",
  target,
  state: "done",
  over: null,
  note: null,
});

const EXPORT = JSON.stringify({
  "moc-path-export": 1,
  events: [line("deviceaa", "Flour.md"), line("devicebb", "Water.md")],
});

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("importing an export of several devices into a vault without progress", () => {
  it("writes a journal for each", async () => {
    const test = await preview("Export.json", EXPORT);
    expect(changes()).toEqual(["To do Done Flour.md", "To do Done Water.md"]);
    // The label alone is shown on a tooltip already.
    expect(document.body.findAll(".moc-path-change [title]")).toEqual([]);
    pressImport();
    await eventually(() => expect(said()).toContain("Progress of 2 notes imported."));
    expect(Object.keys(test.backend.texts()).filter((path) => path.startsWith("MOC Path/"))).toEqual([
      "MOC Path/Imported deviceaa 2026.md",
      "MOC Path/Imported devicebb 2026.md",
    ]);
  });

  it("says how many could be written where not all could", async () => {
    const test = await preview("Export.json", EXPORT);
    test.faults.fail("write", new Error("ENOSPC"), { path: /devicebb/u });
    pressImport();
    await eventually(() => expect(said()).toContain("Only 1 of 2 progress files could be written."));
  });
});

describe("importing a checklist", () => {
  it("leaves alone what is not ticked, unless that is asked for", async () => {
    await preview("List.md", "- [x] [[Flour]]\n- [ ] [[Water]]\n- [x] [[Nowhere]]\n");
    expect(changes()).toEqual(["To do Done Flour.md"]);
    expect(document.body.find(".modal").textContent).toContain("1 link leads nowhere: Nowhere");
    pressImport();
    await eventually(() => expect(said()).toContain("Progress of 1 note imported."));
    document.body.empty();
    const api = (open[0]?.app.plugins.plugins["moc-path"] as unknown as { api: Api }).api;
    await api.mark(["Water.md"], "done");
    open[0]?.app.commands.executeCommandById("moc-path:import-progress");
    await eventually(() => expect(document.body.findAll(".suggestion-item").length).toBeGreaterThan(0));
    document.body
      .findAll(".suggestion-item")
      .find((el) => el.textContent?.includes("List.md"))
      ?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await eventually(() => expect(document.body.find(".modal")?.textContent).toContain("Also set 1 unchecked item"));
    expect(changes()).toEqual([]);
    document.body.find(".modal .checkbox-container").dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(changes()).toEqual(["Done To do Water.md"]);
    pressImport();
    await vi.waitFor(async () => expect(await api.state("Water.md")).toBe("todo"));
  });
});

interface Api {
  state(target: string): Promise<string>;
  mark(targets: readonly string[], state: string): Promise<unknown>;
}
