// @vitest-environment happy-dom
// A row that is drawn again: what stays in the document, so that a press that began on it can end.
import { describe, expect, it, vi } from "vitest";
import { startTestApp } from "../../host/test-app";
import { builtPlugin } from "../../host/built-plugin";

describe("a row that is drawn again", () => {
  it("keeps its elements where it shows the same as before, and shows what changed", async () => {
    const notes = { "A MOC.md": "## One\n\n- [[B]]\n- [[C]]\n- [[D]]\n", "B.md": "", "C.md": "", "D.md": "" };
    const { app, containerEl } = await startTestApp(notes, { plugins: [builtPlugin()] });
    await app.workspace.openLinkText("A MOC", "");
    app.commands.executeCommandById("moc-path:open-roadmap");
    const icons = (): (Element | null)[] =>
      containerEl.findAll(".moc-path-row.mod-entry .moc-path-state").map((el) => el.firstElementChild);
    await expect.poll(() => icons().length).toBe(3);
    const [first, next, other] = icons();
    containerEl.find(".moc-path-row.mod-entry .moc-path-state").click();
    await expect.poll(() => containerEl.find(".moc-path-row.mod-entry").className).toContain("is-doing");
    // The second comes next now.
    expect([icons()[0] === first, icons()[1] === next, icons()[2] === other]).toEqual([false, false, true]);
    await app.close();
  });

  it("that fails is said to have failed, logged once with its path, and takes no other with it", async () => {
    const notes = { "A MOC.md": "## One\n\n- [[B]] 7 pp\n- [[C]]\n", "B.md": "", "C.md": "" };
    const { app, containerEl } = await startTestApp(notes, { plugins: [builtPlugin()] });
    const format = vi
      .spyOn(Intl.NumberFormat.prototype as { readonly format: unknown }, "format", "get")
      .mockReturnValue((value: number) => {
        if (value === 7) throw new Error("no seven today");
        return String(value);
      });
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await app.workspace.openLinkText("A MOC", "");
    app.commands.executeCommandById("moc-path:open-roadmap");
    const texts = (): (string | null)[] =>
      containerEl.findAll(".moc-path-row.mod-entry .moc-path-inner").map((el) => el.textContent);
    await expect.poll(texts).toEqual(["Something here could not be displayed.", "C"]);
    containerEl.findAll(".moc-path-row.mod-entry .moc-path-state")[0]?.click();
    await expect.poll(() => containerEl.findAll(".moc-path-row.mod-entry")[0]?.className).toContain("is-doing");
    expect(logged.mock.calls.map(([text, path]) => [text, path] as unknown)).toEqual([
      ["MOC Path:", "The row of B.md could not be drawn."],
    ]);
    format.mockRestore();
    logged.mockRestore();
    await app.close();
  });
});
