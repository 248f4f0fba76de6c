// The states that are drawn in ../shared/mocks, each beside its drawing at the same width and in the same theme.
import type { MocPathApi } from "../../src/api";
import type { Outline } from "../../src/core/roadmap/outline";
import type { ObsidianApp } from "../host/driver";
import type { Drawing } from "./beside";
import { openMap, rest, setWidth, showAs } from "./steps";
import type { Scene, Sitting } from "./studio";

const SEED = "AI/LLM/_MOC.md";
const INFERENCE = "AI/LLM/Inference";
/** The number of entries of each chapter that are read in the drawings. */
const READ = [6, 23, 4, 8, 0, 3, 2, 1, 0] as const;
const READ_IN_FIVE = [
  "LLM-推理优化-2026-全景",
  "推理优化",
  "推理服务架构",
  "vLLM",
  "TensorRT-LLM",
  "Ollama",
  "Speculative Decoding",
  "量化综述",
];
const DESK = { width: 1280, height: 1164, lang: "en" } as const;

/** Marks what is marked in the drawings, and leaves the fifth chapter open, at the top. */
async function readAsDrawn(app: ObsidianApp): Promise<void> {
  await openMap(app, SEED);
  await app.executeObsidian(
    async ({ plugins }, map, counts, five, folder) => {
      const { api } = plugins["moc-path"] as unknown as { api: MocPathApi };
      const targets = (division: Outline["chapters"][number]): string[] => [
        ...division.entries.filter(({ kind }) => kind === "note").map(({ path }) => path ?? ""),
        ...division.sections.flatMap(targets),
      ];
      const { chapters } = await api.outline(map);
      const done = chapters.flatMap((chapter, index) => targets(chapter).slice(0, counts[index]));
      await api.mark([...done, ...five.map((name) => `${folder}/${name}.md`)], "done");
      await api.mark(`${folder}/模型部署实践.md`, "skipped");
      await api.mark(`${folder}/KV Cache.md`, "doing");
    },
    SEED,
    READ,
    READ_IN_FIVE,
    INFERENCE,
  );
  await app.executeObsidianCommand("moc-path:level-chapter");
  await rest(app);
}

/** Unfolds the fifth chapter and those of its sections that the drawings show open. */
async function unfold(app: ObsidianApp): Promise<void> {
  const { page } = app;
  for (const title of ["第五章", "5.1 ", "5.3 ", "5.4 ", "5.6 "]) {
    const caret = page.locator(".moc-path-row:visible", { hasText: title }).first().locator(".collapse-icon");
    await caret.click();
  }
  await rest(app);
}

const desk = (name: string, beside: Drawing, arrange: Scene["arrange"]): Scene => ({
  name,
  of: "view",
  beside,
  arrange,
});

const elsewhere = desk("sidebar-420", { picture: "sidebar", x: 40, y: 86, width: 840, height: 2240 }, async (app) => {
  await setWidth(app, 420);
  await readAsDrawn(app);
  await unfold(app);
});

const atNote = desk("sidebar-320", { picture: "sidebar", x: 924, y: 86, width: 640, height: 2240 }, async (app) => {
  await setWidth(app, 320);
  await readAsDrawn(app);
  await app.obsidianPage.openFile(`${INFERENCE}/KV Cache.md`);
  await app.page.locator(".moc-path-done-next").waitFor();
  await app.executeObsidianCommand("moc-path:level-chapter");
  await unfold(app);
});

const filtered = desk("sidebar-240", { picture: "sidebar", x: 1608, y: 86, width: 480, height: 2240 }, async (app) => {
  await setWidth(app, 240);
  await app.page.locator(".moc-path-filter-button").click();
  for (const chip of ["todo", "rated"]) await app.page.locator(`.moc-path-chip[data-chip='${chip}']`).click();
  await app.executeObsidianCommand("moc-path:level-entry");
  await rest(app);
});

const onPhone = desk("sidebar-phone", { picture: "sidebar", x: 2132, y: 86, width: 780, height: 2240 }, async (app) => {
  await readAsDrawn(app);
  await app.obsidianPage.openFile(`${INFERENCE}/KV Cache.md`);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await app.page.locator(".moc-path-done-next").waitFor();
  await app.executeObsidianCommand("moc-path:level-chapter");
  await unfold(app);
});

const noteEnd: Scene = {
  name: "note-end",
  of: "window",
  beside: { picture: "statistics", x: 2010, y: 882, width: 784, height: 1106 },
  async arrange(app) {
    await app.executeObsidian(({ app: { workspace } }) => workspace.rightSplit.collapse());
    await showAs(app, { mode: "preview" });
    const endEl = app.page.locator(".moc-path-note-end.is-shown");
    const textEl = app.page.locator(".markdown-preview-view");
    while (!(await endEl.isVisible())) await textEl.evaluate((el) => el.scrollBy(0, 4000));
    await textEl.evaluate((el) => el.scrollBy(0, -40));
  },
};

const checked = (theme: "light" | "dark"): Scene =>
  desk(
    `check`,
    { picture: "check", x: 54, y: theme === "light" ? 50 : 1434, width: 750, height: 1284 },
    async (app) => {
      await setWidth(app, 376);
      await app.executeObsidianCommand("moc-path:check-all");
      await app.page.locator(".moc-path-check-row.mod-finding").first().waitFor();
      await app.page.locator(".moc-path-check-row.mod-finding").first().hover();
    },
  );

/** A dialog of the drawing of the check, at a place across it; the light theme is drawn above the dark one. */
const dialog = (
  name: string,
  theme: "light" | "dark",
  across: Pick<Drawing, "x" | "width">,
  arrange: Scene["arrange"],
): Scene => ({
  name,
  of: "dialog",
  beside: { picture: "check", ...across, y: theme === "light" ? 50 : 1434, height: 1106 },
  arrange,
});

const fixAll = (theme: "light" | "dark"): Scene =>
  dialog("fix-all", theme, { x: 854, width: 1192 }, async (app) => {
    await app.page.locator(".moc-path-check-all").click();
    await app.page.locator(".moc-path-fix-line").first().waitFor();
  });

const adding = (theme: "light" | "dark"): Scene =>
  dialog("add", theme, { x: 2100, width: 848 }, async (app) => {
    await app.page.keyboard.press("Escape");
    await app.obsidianPage.openFile(`${INFERENCE}/KV Cache 优化.md`);
    await app.executeObsidianCommand("moc-path:add-to-map");
    await app.page.locator(".moc-path-add-option").first().click();
    await app.page.locator(".moc-path-add-preview").waitFor();
  });

/** Beside the drawings of the vault that they show. */
export function mockSittings(vault: string): readonly Sitting[] {
  return [
    ...(["dark", "light"] as const).map((theme) => ({
      name: `mock-${theme}`,
      options: { ...DESK, theme, vault, sidebarWidth: 420 },
      scenes: [...(theme === "dark" ? [elsewhere, filtered] : [atNote]), checked(theme), fixAll(theme), adding(theme)],
    })),
    {
      name: "mock-phone",
      options: { device: "phone", width: 390, height: 1164, theme: "light", lang: "en", vault },
      scenes: [onPhone, noteEnd],
    },
  ];
}
