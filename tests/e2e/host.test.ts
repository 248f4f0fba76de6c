import { test } from "vitest";
import { useObsidian } from "../host/driver";

const t0 = Date.now();
const app = useObsidian({ vault: "../shared/vaults/morpheus-2026-02-22", width: 1400, height: 900, sidebarWidth: 420, lang: "zh" });
test("boots", async () => {
  console.log("launched", Date.now() - t0);
  const { page } = app.current;
  await app.current.obsidianPage.openFile("AI/LLM/_MOC.md");
  await app.current.executeObsidianCommand("moc-path:open-roadmap");
  await page.waitForTimeout(2000);
  await app.current.screenshot("tmp-dark");
  const t = Date.now(); await app.current.reloadApp(); console.log("reload", Date.now() - t);
  console.log(await page.evaluate(() => { const e = performance.getEntriesByType("resource") as PerformanceResourceTiming[]; return [e.length, e.filter(x=>!x.name.includes("/vault/file")).map(x => [x.name, Math.round(x.startTime), Math.round(x.responseEnd), x.encodedBodySize]), e.slice(-1).map(x=>x.responseEnd)]; }));
  await app.current.executeObsidianCommand("theme:toggle-light-dark");
  await page.waitForTimeout(1000);
  await app.current.screenshot("tmp-light");
});
