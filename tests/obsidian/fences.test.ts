// @vitest-environment happy-dom
// The built plugin where one part of it, or one note, fails: the others go on, and the log says which.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { showRoadmapOf, startTestApp, type TestApp } from "../host/test-app";

const notes = { "One MOC.md": "# One\n\n- [[A]]\n", "Two MOC.md": "# Two\n\n- [[A]]\n", "A.md": "# A\n" };

const open: TestApp[] = [];

async function start(): Promise<TestApp> {
  const test = await startTestApp(notes, { plugins: [builtPlugin()] });
  open.push(test);
  return test;
}

/** The messages that the plugin writes into the console from now on. */
function messages(): readonly unknown[][] {
  return vi.spyOn(console, "error").mockImplementation(() => undefined).mock.calls;
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("a feature that cannot be added", () => {
  it("is missing alone, and the log says which", async () => {
    const { app } = await start();
    await app.plugins.disablePlugin("moc-path");
    // Another plugin has taken the name of the view.
    app.workspace.viewRegistry.registerView("moc-path-roadmap", () => {
      throw new Error("not ours");
    });
    const said = messages();
    await app.plugins.enablePlugin("moc-path");
    expect(app.commands.listCommands().some(({ id }) => id === "moc-path:open-roadmap")).toBe(true);
    expect(said.map((parts) => parts[1])).toEqual(["The roadmap could not be added."]);
  });
});

describe("a map that cannot be read", () => {
  const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 });

  it("is named in the sidebar beside the others, answers the API, and comes when the reader tries again", async () => {
    const said = messages();
    const test = await start();
    await test.app.plugins.disablePlugin("moc-path");
    const { vault } = test.app;
    const denied = vi.spyOn(vault, "cachedRead").mockImplementation((file) => {
      return file.path === "One MOC.md" ? Promise.reject(new Error("EACCES")) : vault.read(file);
    });
    await test.app.plugins.enablePlugin("moc-path");
    await showRoadmapOf(test, "Two MOC.md");
    const lineEl = (): HTMLElement | null => test.containerEl.querySelector(".moc-path-unreadable");
    await eventually(() =>
      expect(lineEl()?.firstElementChild?.textContent).toBe("1 map could not be read: One MOC.md"),
    );
    await eventually(() =>
      expect(test.containerEl.querySelectorAll(".moc-path-row.mod-entry").length).toBeGreaterThan(0),
    );
    const { api } = test.app.plugins.plugins["moc-path"] as unknown as { api: { maps(): Promise<string[]> } };
    expect(await api.maps()).toEqual(["Two MOC.md"]);
    denied.mockRestore();
    lineEl()?.querySelector("button")?.click();
    await eventually(() => expect(lineEl()).toBeNull());
    expect(await api.maps()).toEqual(["One MOC.md", "Two MOC.md"]);
    expect(said.map((parts) => parts[1])).toEqual(["The map One MOC.md could not be read; it is tried again."]);
  });
});
