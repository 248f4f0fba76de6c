import { test } from "vitest";
import { launchObsidian } from "../host/driver";
import { pageFiles } from "../host/server/page-files";

test("boots", async () => {
  let t = Date.now();
  const lap = (n: string) => { console.log(n, Date.now() - t); t = Date.now(); };
  const f = await pageFiles(process.cwd()); lap("bundle"); console.log(f["page.js"]!.length);
  const app = await launchObsidian({ vault: "../shared/vaults/morpheus-2026-02-22", width: 1400, height: 900, sidebarWidth: 420, lang: "zh" });
  lap("launched");
  await app.reloadApp(); lap("reload");
  console.log(await app.page.evaluate(() => { const e = performance.getEntriesByType("resource") as PerformanceResourceTiming[]; return [e.length, e.map(x => [x.name, Math.round(x.startTime), Math.round(x.responseEnd), x.encodedBodySize])]; }));
  await app.close(); lap("close");
});
