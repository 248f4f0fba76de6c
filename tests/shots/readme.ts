// The pictures in the README, from the demo vault: `npm run shots -- readme`
// takes them, .github/screenshots keeps them. They look best where the fonts are Inter and Noto Sans CJK.
import { openMap, readSome, rest, setWidth, showAs } from "./steps";
import type { Scene, Sitting } from "./studio";

const DESK = { width: 1200, height: 800, sidebarWidth: 400 } as const;
const BLOCK =
  "# Today\n\nAn hour for bread, before the oven is hot.\n\n```moc-path\nmap: Bread/Bread MOC.md\nshow: bar, chapters, next\n```\n";

const overview = (map: string, count: number): Scene => ({
  name: "overview",
  of: "window",
  async arrange(app) {
    await openMap(app, map);
    await showAs(app, { mode: "preview" });
    await readSome(app, count);
    await app.page.locator(".markdown-preview-view .moc-path-mark").first().waitFor();
  },
});

const block: Scene = {
  name: "block",
  of: "window",
  async arrange(app) {
    await app.obsidianPage.write("Today.md", BLOCK);
    await app.obsidianPage.openFile("Today.md");
    await showAs(app, { mode: "preview" });
    await app.page.locator(".moc-path-block-chapter").first().waitFor();
    await rest(app);
  },
};

const sidebar: Scene = {
  name: "sidebar",
  of: "sidebar",
  async arrange(app) {
    await openMap(app, "Bread/Bread MOC.md");
    await setWidth(app, 480);
    await readSome(app, 9);
  },
};

export const README_SITTINGS: readonly Sitting[] = [
  {
    name: "readme-en",
    options: { ...DESK, theme: "light", lang: "en" },
    scenes: [overview("Bread/Bread MOC.md", 9), block],
  },
  { name: "readme-dark", options: { ...DESK, theme: "dark", lang: "en" }, scenes: [sidebar] },
  { name: "readme-zh", options: { ...DESK, theme: "light", lang: "zh" }, scenes: [overview("茶/_MOC.md", 7)] },
];
