import { test } from "vitest";
import { useObsidian } from "../host/driver";
const app = useObsidian({ vault: "../shared/vaults/morpheus-2026-02-22", width: 1200, height: 760, theme: "light" });
test("look", async () => {
  const { page } = app.current;
  await app.current.screenshot("look-empty");
  await page.click('.nav-folder-title[data-path="AI"]');
  await page.click('.nav-folder-title[data-path="AI/LLM"]');
  await app.current.obsidianPage.openFile("AI/_MOC.md");
  await app.current.executeObsidianCommand("workspace:split-vertical");
  await app.current.obsidianPage.openFile("AI/LLM/_MOC.md");
  await app.current.executeObsidian(({ obsidian, app }) => {
    const { Notice, Modal } = obsidian as any;
    new Notice("Saved 3 notes"); new Notice("这篇笔记还不存在，点击可创建", 0);
    const m = new Modal(app); m.setTitle("A modal"); m.contentEl.createEl("p", { text: "With some text." });
    const c = m.contentEl.createDiv("modal-button-container"); c.createEl("button", { text: "Cancel" }); c.createEl("button", { text: "OK", cls: "mod-cta" });
    const s = new (obsidian as any).SearchComponent(m.contentEl); s.setPlaceholder("Search…"); new (obsidian as any).ToggleComponent(m.contentEl).setValue(true);
    m.open();
  });
  await app.current.screenshot("look-modal");
  await page.keyboard.press("Escape");
  await page.hover(".side-dock-ribbon-action");
  await page.waitForTimeout(900);
  await app.current.screenshot("look-tooltip");
});
