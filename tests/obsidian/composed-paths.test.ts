// @vitest-environment happy-dom
// The built plugin in a vault whose disk lists names decomposed and finds them whatever their case, as a Mac's may: the
// app knows them composed, links find them written either way, and marks are kept under the app's paths.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { lookAway, showRoadmapOf, startTestApp, type TestApp } from "../host/test-app";

const DECOMPOSED = "Pâte".normalize("NFD");
const notes = {
  "Brûlé MOC.md": `- [[Crème]]\n- [[${DECOMPOSED}]]\n`,
  "Crème.md": "one\n",
  "Pâte.md": "one\n",
};

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000 });
const rows = ({ containerEl }: TestApp): HTMLElement[] =>
  containerEl.findAll(".moc-path-row.mod-entry").filter((el) => el.style.display !== "none");

afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

async function openMap(): Promise<TestApp> {
  const test = await startTestApp(notes, { plugins: [builtPlugin()], isMac: true });
  open.push(test);
  await showRoadmapOf(test, "Brûlé MOC");
  await eventually(() => expect(rows(test)).toHaveLength(2));
  return test;
}

describe("a vault whose disk has decomposed names", () => {
  it("is listed decomposed by the disk, else nothing is tested, and composed by the app", async () => {
    const { backend, app } = await openMap();
    expect((await backend.list()).map(({ path }) => path)).toContain("Crème.md".normalize("NFD"));
    expect(app.vault.getFiles().map(({ path }) => path)).toEqual(expect.arrayContaining(Object.keys(notes)));
  });

  it("has the notes of its maps, whichever way links are written", async () => {
    const test = await openMap();
    expect(rows(test).map((row) => row.hasClass("mod-missing"))).toEqual([false, false]);
  });

  it("keeps progress in a folder that the settings spell in another case than the disk", async () => {
    const test = await startTestApp({ ...notes, "moc path/x.md": "" }, { plugins: [builtPlugin()], isMac: true });
    open.push(test);
    await showRoadmapOf(test, "Brûlé MOC");
    await eventually(() => expect(rows(test)).toHaveLength(2));
    for (const turn of [0, 1]) {
      rows(test)[turn]?.querySelector<HTMLElement>(".moc-path-state")?.click();
      await eventually(() => expect(rows(test)[turn]?.hasClass("is-doing")).toBe(true));
      lookAway();
      await eventually(() => {
        const paths = Object.keys(test.backend.texts()).filter((path) => path.includes("Progress"));
        expect(paths.map((path) => path.split("/")[0])).toEqual(["moc path"]);
        expect(test.backend.texts()[paths[0] ?? ""]?.match(/"target"/g)).toHaveLength(turn + 1);
      });
    }
  });

  it("keeps marks under composed paths, also of notes that another program changes", async () => {
    const test = await openMap();
    for (const row of rows(test)) row.querySelector<HTMLElement>(".moc-path-state")?.click();
    await eventually(() => expect(rows(test).every((row) => row.hasClass("is-doing"))).toBe(true));
    await test.outside.write("Crème.md".normalize("NFD"), "two\n");
    expect(test.app.vault.getFiles().filter(({ name }) => name.startsWith("Cr"))).toHaveLength(1);
    lookAway();
    await eventually(() => {
      const journal = Object.values(test.backend.texts()).join("\n");
      for (const path of ["Crème.md", "Pâte.md"]) expect(journal).toContain(`"target":"${path}"`);
    });
    expect(rows(test).every((row) => row.hasClass("is-doing"))).toBe(true);
  });
});
