// Every state of the plugin worth a look: light and dark, wide and narrow, in each script, on desktop and phone.
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hold, type ObsidianApp } from "../host/driver";
import { mockSittings } from "./mocks";
import { README_SITTINGS } from "./readme";
import { openMap, readSome, rest, row, search, setWidth, showAs } from "./steps";
import type { Scene, Sitting } from "./studio";

const THEMES = ["light", "dark"] as const;
const WIDTHS = [240, 320, 420] as const;
const BREAD = "Bread/Bread MOC.md";
const TEA = "茶/_MOC.md";
const SEED = "AI/LLM/_MOC.md";
const DESK = { width: 1280, height: 900, sidebarWidth: 380 };
const PHONE = { device: "phone", width: 390, height: 844 } as const;

/**
 * The vault that the plugin is built for, which lies beside some copies of the
 * project. If it is missing, so are its pictures.
 */
const realVault = fileURLToPath(new URL("../../../../shared/vaults/morpheus-2026-02-22", import.meta.url));

type Arrange = Scene["arrange"];

const sidebar = (name: string, arrange: Arrange): Scene => ({ name, of: "sidebar", arrange });
const screen = (name: string, arrange: Arrange): Scene => ({ name, of: "window", arrange });

const command = (app: ObsidianApp, id: string): Promise<void> => app.executeObsidianCommand(`moc-path:${id}`);

/** The same scene at each width. */
function widths(name: string, arrange: Arrange): readonly Scene[] {
  return WIDTHS.map((width, index) =>
    sidebar(`${name}-${width}`, async (app) => {
      await setWidth(app, width);
      if (index === 0) await arrange(app);
    }),
  );
}

const ROADMAP_SCENES: readonly Scene[] = [
  sidebar("no-map-open", (app) => command(app, "open-roadmap")),
  ...widths("fresh", (app) => openMap(app, BREAD)),
  ...widths("half-read", (app) => readSome(app, 12)),
  sidebar("selection", async (app) => {
    await setWidth(app, DESK.sidebarWidth);
    for (const name of ["Yeast", "Biga", "Steam"])
      await row(app, name)
        .locator(".moc-path-title")
        .click({ modifiers: ["Alt"] });
  }),
  screen("menu-of-entry", (app) => row(app, "Brioche").or(row(app, "Biga")).first().click({ button: "right" })),
  screen("menu-of-chapter", async (app) => {
    await app.page.keyboard.press("Escape");
    await row(app, "2. The dough").click({ button: "right" });
  }),
  screen("menu-of-view", async (app) => {
    await app.page.keyboard.press("Escape");
    await app.page.locator(".moc-path-more").click();
  }),
  screen("menu-of-maps", async (app) => {
    await app.page.keyboard.press("Escape");
    await app.page.locator(".moc-path-map-title").click();
  }),
  screen("switcher", async (app) => {
    await app.page.keyboard.press("Escape");
    await command(app, "switch-map");
  }),
  screen("help", async (app) => {
    await app.page.keyboard.press("Escape");
    await command(app, "show-keys");
  }),
  sidebar("search", async (app) => {
    await app.page.keyboard.press("Escape");
    await rest(app);
    await search(app, "st");
  }),
  sidebar("nothing-matches", (app) => search(app, "nothing like it")),
  sidebar("filtered", async (app) => {
    await search(app, "");
    await app.page.locator(".moc-path-filter-button").click();
    await app.page.locator(".moc-path-chip[data-chip='todo']").click();
    await app.page.mouse.move(0, 0);
  }),
  sidebar("listed-elsewhere", async (app) => {
    await app.page.locator(".moc-path-clear").click();
    await app.obsidianPage.openFile("茶/水温.md");
    await app.page.mouse.move(0, 0);
  }),
  ...widths("all-collapsed", async (app) => {
    await openMap(app, BREAD);
    await command(app, "level-chapter");
    await rest(app);
  }),
  screen("in-editor", async (app) => {
    await setWidth(app, DESK.sidebarWidth);
    await command(app, "level-entry");
    await app.page.locator(".cm-content .moc-path-mark").first().waitFor();
    await rest(app);
  }),
  screen("in-live-preview", async (app) => {
    await showAs(app, { source: false });
    await app.page
      .locator(".cm-table-widget")
      .first()
      .evaluate((el) => el.scrollIntoView({ block: "center" }));
  }),
  screen("in-reading-view", async (app) => {
    await showAs(app, { mode: "preview" });
    await app.page.locator(".markdown-preview-view .moc-path-mark").first().waitFor();
  }),
  screen("settings", async (app) => {
    await app.executeObsidian(({ app: { setting } }) => setting.open());
    await app.page.locator(".vertical-tab-nav-item", { hasText: "MOC Path" }).click();
  }),
  screen("empty-map", async (app) => {
    await app.page.keyboard.press("Escape");
    await app.obsidianPage.write("New MOC.md", "Nothing yet.\n");
    await app.page.waitForTimeout(1000);
    await app.obsidianPage.openFile("New MOC.md");
    await app.page.locator(".moc-path-empty-title").waitFor();
  }),
];

const POPOUT: Scene = screen("pop-out", async (app) => {
  await openMap(app, TEA);
  const [popup] = await Promise.all([
    app.page.waitForEvent("popup"),
    app.executeObsidian(({ app: { workspace } }) => {
      for (const leaf of workspace.getLeavesOfType("moc-path-roadmap"))
        workspace.moveLeafToPopout(leaf, { size: { width: 420, height: 800 } });
    }),
  ]);
  await popup.locator(".moc-path-row:visible").first().waitFor();
  return popup;
});

/** The card while its note is open, and at the end of the map. */
const CARD_SCENES: readonly Scene[] = [
  ...widths("note-of-card-open", async (app) => {
    await app.page.locator(".moc-path-next").click();
    await app.page.locator(".moc-path-done-next").waitFor();
    await rest(app);
  }),
  ...widths("all-read", async (app) => {
    await command(app, "level-entry");
    await app.page.locator(".moc-path-tree").focus();
    await app.page.keyboard.press("Control+a");
    await app.page.keyboard.press("d");
    await app.page.locator(".moc-path-card.mod-finished").waitFor();
    await rest(app);
  }),
];

/** The findings of the map check, in the roadmap and by themselves. */
const CHECK_SCENES: readonly Scene[] = [
  ...widths("to-fix", async (app) => {
    await openMap(app, SEED);
    await app.page.locator(".moc-path-to-fix").waitFor();
    await rest(app);
  }),
  screen("menu-to-fix", (app) => app.page.locator(".moc-path-grid.is-fixable").first().click({ button: "right" })),
  ...widths("check", async (app) => {
    await app.page.keyboard.press("Escape");
    await app.page.locator(".moc-path-to-fix").click();
    await app.page.locator(".moc-path-check-row.mod-finding").first().waitFor();
  }),
  screen("fix-all", (app) => app.page.locator(".moc-path-check-all").click()),
];

const SEED_SCENES: readonly Scene[] = [
  ...widths("fresh", (app) => openMap(app, SEED)),
  ...widths("half-read", async (app) => {
    await readSome(app, 60);
    await readSome(app, 20);
  }),
  ...widths("remarks", (app) => command(app, "toggle-remarks")),
  ...widths("filtered", async (app) => {
    await command(app, "toggle-remarks");
    await app.page.locator(".moc-path-filter-button").click();
    for (const name of ["todo", "rated"]) await app.page.locator(`.moc-path-chip[data-chip='${name}']`).click();
    await rest(app);
  }),
  ...widths("all-collapsed", async (app) => {
    await app.page.locator(".moc-path-clear").click();
    await command(app, "level-chapter");
    await rest(app);
  }),
  ...CARD_SCENES,
];

/** All maps together, with some of one read. */
const ALL_MAPS_SCENES: readonly Scene[] = [
  ...widths("home", async (app) => {
    await openMap(app, SEED);
    await readSome(app, 40);
    await command(app, "open-all-maps");
    await row(app).waitFor();
    await rest(app);
  }),
  screen("switcher", (app) => command(app, "switch-map")),
];

const RTL_MAP = `# خبز من الصفر

↑ [[Overview]]
→ [[茶/_MOC]]

## 1. الأساسيات

- [[Bread/Flour|الطحين]] ⭐ ★★★★★，24 lines — ما يجعل الخبز خبزًا
- [[Bread/Salt|الملح]] ★★★☆☆
- [[Water]]

## 2. العجين

### 2.1 العجن

- [[Bread/Kneading|العجن باليد]]
- [[Bread/Stretch and fold|Stretch and fold]] ★★★★☆
- [[تخمير بطيء]]

### 2.2 לישה ואפייה

- [[Bread/Biga|ביגה]]
- [[Bread/Steam]]
`;

const RTL_SCENES: readonly Scene[] = WIDTHS.map((width) =>
  sidebar(`map-${width}`, async (app) => {
    await setWidth(app, width);
    if (width !== WIDTHS[0]) return;
    await app.obsidianPage.write("خبز MOC.md", RTL_MAP);
    await app.page.waitForTimeout(1000);
    await openMap(app, "خبز MOC.md");
    await readSome(app, 3);
  }),
);

const PHONE_SCENES: readonly Scene[] = [
  screen("map", async (app) => {
    await openMap(app, BREAD);
    await row(app, "Flour").locator(".moc-path-state").tap();
  }),
  screen("menu", async (app) => {
    await hold(row(app, "Salt"));
  }),
  screen("all-maps", async (app) => {
    await app.page.touchscreen.tap(10, 10);
    await command(app, "open-all-maps");
    await row(app).waitFor();
  }),
];

/** The end of a note on a phone, in both modes. */
const NOTE_END_SCENES: readonly Scene[] = (["source", "preview"] as const).map((mode) =>
  screen(mode, async (app) => {
    await app.obsidianPage.openFile("茶/绿茶.md");
    await showAs(app, { mode });
    await app.page.locator(".moc-path-note-end.is-shown").waitFor();
  }),
);

const DEMO_MAPS_SCENES: readonly Scene[] = widths("home", async (app) => {
  await openMap(app, BREAD);
  await readSome(app, 12);
  await command(app, "open-all-maps");
  await row(app).waitFor();
  await rest(app);
});

async function emptyVault(): Promise<string> {
  return mkdtemp(join(tmpdir(), "moc-path-empty-"));
}

/** All sittings, those of the real vault where it is there. */
export async function sittings(): Promise<readonly Sitting[]> {
  const empty = await emptyVault();
  const ofThemes = THEMES.flatMap((theme): readonly Sitting[] => [
    { name: `demo-en-${theme}`, options: { ...DESK, theme, lang: "en" }, scenes: [...ROADMAP_SCENES, POPOUT] },
    {
      name: `demo-zh-${theme}`,
      options: { ...DESK, theme, lang: "zh" },
      scenes: [...widths("tea", (app) => openMap(app, TEA)), POPOUT],
    },
    { name: `rtl-${theme}`, options: { ...DESK, theme, lang: "ar" }, scenes: RTL_SCENES },
    { name: `phone-${theme}`, options: { ...PHONE, theme, lang: "zh" }, scenes: PHONE_SCENES },
    { name: `note-end-${theme}`, options: { ...PHONE, theme, lang: "zh" }, scenes: NOTE_END_SCENES },
    {
      name: `no-maps-${theme}`,
      options: { ...DESK, theme, vault: empty, lang: "en" },
      scenes: [sidebar("yet", (app) => command(app, "open-roadmap"))],
    },
    ...(existsSync(realVault)
      ? (
          [
            ["seed-zh", "zh", SEED_SCENES],
            ["all-maps-zh", "zh", ALL_MAPS_SCENES],
            ["check-en", "en", CHECK_SCENES],
          ] as const
        ).map(([name, lang, scenes]) => ({
          name: `${name}-${theme}`,
          options: { ...DESK, theme, vault: realVault, lang } as const,
          scenes,
        }))
      : []),
    { name: `all-maps-en-${theme}`, options: { ...DESK, theme, lang: "en" }, scenes: DEMO_MAPS_SCENES },
  ]);
  return [...README_SITTINGS, ...(existsSync(realVault) ? mockSittings(realVault) : []), ...ofThemes];
}
