// @vitest-environment happy-dom
// A row that is drawn again: what stays in the document, so that a press that began on it can end.
import { describe, expect, it } from "vitest";
import { startTestApp } from "../host/test-app";
import { builtPlugin } from "../host/built-plugin";

describe("a row that is drawn again", () => {
  it("keeps its elements where it shows the same as before, and shows what changed", async () => {
    const notes = { "A MOC.md": "## One\n\n- [[B]]\n- [[C]]\n", "B.md": "", "C.md": "" };
    const { app, containerEl } = await startTestApp(notes, { plugins: [builtPlugin()] });
    await app.workspace.openLinkText("A MOC", "");
    app.commands.executeCommandById("moc-path:open-roadmap");
    const icons = (): (Element | null)[] => containerEl.findAll(".moc-path-row.mod-entry .moc-path-state").map((el) => el.firstElementChild);
    await expect.poll(() => icons().length).toBe(2);
    const [first, second] = icons();
    containerEl.find(".moc-path-row.mod-entry .moc-path-state").click();
    await expect.poll(() => containerEl.find(".moc-path-row.mod-entry").className).toContain("is-doing");
    expect([icons()[0] === first, icons()[1] === second]).toEqual([false, true]);
    await app.close();
  });
});
