// @vitest-environment happy-dom
// The built plugin in the stand-in app, over a vault in memory.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { startTestApp, type TestApp } from "../host/test-app";

const notes = {
  "Bread/_MOC.md": "---\ntitle: Bread\ntype: moc\n---\n# Bread\n\n## Basics\n\n- [[Flour]] — 12行 ★★★★☆\n- [[Water|Water, salt]] ⭐\n- [[Unwritten]]\n\n## More\n\n- [[Flour]]\n",
  "Other MOC.md": "## One\n\n- [[Flour]]\n",
  "Flour.md": "# Flour\n",
  "Water.md": "# Water\n",
};

let open: TestApp[] = [];

async function start(from?: TestApp): Promise<TestApp> {
  const test = await startTestApp(notes, { plugins: [builtPlugin()], ...(from ? { from } : {}) });
  open.push(test);
  return test;
}

async function openRoadmap(test: TestApp, path: string): Promise<HTMLElement> {
  await test.app.workspace.openLinkText(path, "");
  test.app.commands.executeCommandById("moc-path:open-roadmap");
  return vi.waitFor(() => {
    const el = test.containerEl.querySelector<HTMLElement>(".moc-path-view .moc-path-row");
    expect(el).not.toBeNull();
    return test.containerEl.querySelector<HTMLElement>(".moc-path-view")!;
  });
}

afterEach(async () => {
  for (const { app } of open) await app.close();
  open = [];
  document.body.empty();
});

describe("the built plugin", () => {
  it("shows the map in front of the reader", async () => {
    const viewEl = await openRoadmap(await start(), "Bread/_MOC.md");
    expect(viewEl.querySelector(".moc-path-map-name")?.textContent).toBe("Bread");
    expect(viewEl.findAll(".moc-path-row.mod-entry").map((el) => el.querySelector(".moc-path-title")?.textContent)).toEqual(["Flour", "Water, salt", "Unwritten", "Flour"]);
  });
});
