// Everything that must hold in the real app as in the stand-in: told in the words of wdio-obsidian-service, and looked
// at only from within the page, so that the same functions run in both (shared-specs.test.ts here,
// ../obsidian-app/run.e2e.mjs there). The vault is the demo vault.
import type { App } from "obsidian";

interface InPage {
  readonly app: App;
}

/**
 * The abilities both drivers have. A function given to `executeObsidian` may use nothing from outside itself but its
 * arguments.
 */
export interface AppUnderTest {
  executeObsidian<A extends readonly unknown[], R>(
    fn: (inPage: InPage, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R>;
  executeObsidianCommand(id: string): Promise<void>;
  readonly obsidianPage: {
    openFile(path: string): Promise<void>;
    enablePlugin(id: string): Promise<void>;
    disablePlugin(id: string): Promise<void>;
  };
}

export interface Spec {
  readonly name: string;
  readonly run: (app: AppUnderTest) => Promise<void>;
}

const MAP = "Bread/Bread MOC.md";

/** Asks the page until the answer is as wanted. Rejects with the last answer after ten seconds. */
async function until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<void> {
  for (let time = 0; ; time++) {
    const answer = await ask();
    if (isWanted(answer)) return;
    if (time === 100) throw new Error(`After ten seconds it was still ${JSON.stringify(answer)}.`);
    await new Promise((fulfil) => setTimeout(fulfil, 100));
  }
}

/** The texts of what is visible of a kind, in any part of the window. */
function textsOf(app: AppUnderTest, selector: string): Promise<readonly string[]> {
  return app.executeObsidian((_, wanted) => {
    const els = [...document.querySelectorAll<HTMLElement>(wanted)];
    return els.filter((el) => el.offsetParent !== null).map((el) => el.textContent ?? "");
  }, selector);
}

async function openRoadmap(app: AppUnderTest): Promise<void> {
  await app.obsidianPage.openFile(MAP);
  await app.executeObsidianCommand("moc-path:open-roadmap");
  await until(
    () => textsOf(app, ".moc-path-map-name"),
    ([name]) => name === "Bread from scratch",
  );
}

/** Clicks the state of an entry, by its title. */
function mark(app: AppUnderTest, title: string): Promise<void> {
  return app.executeObsidian((_, wanted) => {
    const rows = [...document.querySelectorAll<HTMLElement>(".moc-path-row.mod-entry")].filter(
      (el) => el.offsetParent !== null,
    );
    const row = rows.find((el) => el.querySelector(".moc-path-title")?.textContent?.includes(wanted));
    row?.querySelector<HTMLElement>(".moc-path-state")?.click();
  }, title);
}

/** The texts of all journals, once the reader has looked away: then nothing waits to be written. */
function journals(app: AppUnderTest): Promise<string> {
  return app.executeObsidian(async ({ app: inPage }) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
    Reflect.deleteProperty(document, "visibilityState");
    const notes = inPage.vault
      .getMarkdownFiles()
      .filter((file) => inPage.metadataCache.getFileCache(file)?.frontmatter?.["moc-path-journal"]);
    return (await Promise.all(notes.map((file) => inPage.vault.read(file)))).join("\n");
  });
}

export const SPECS: readonly Spec[] = [
  {
    name: "the roadmap shows the map that is open, as chapters and entries",
    async run(app) {
      await openRoadmap(app);
      await until(
        () => textsOf(app, ".moc-path-row .moc-path-title"),
        (titles) =>
          titles.some((title) => title.includes("Flour")) && titles.some((title) => title.includes("Foundations")),
      );
    },
  },
  {
    name: "a click marks an entry, and a journal note says so",
    async run(app) {
      await openRoadmap(app);
      await mark(app, "Patience");
      await until(
        () => textsOf(app, ".moc-path-row.is-doing .moc-path-title"),
        (titles) => titles.some((title) => title.includes("Patience")),
      );
      await until(
        () => journals(app),
        (text) => text.includes('"target":"Patience.md"') && text.includes('"state":"doing"'),
      );
    },
  },
  {
    name: "a note that is moved in the app keeps its mark",
    async run(app) {
      await openRoadmap(app);
      await app.executeObsidian(async ({ app: inPage }) => {
        const file = inPage.vault.getFileByPath("Patience.md");
        if (file) await inPage.vault.rename(file, "Bread/Patience.md");
      });
      await until(
        () => journals(app),
        (text) => text.includes('"from":"Patience.md"'),
      );
      await until(
        () => textsOf(app, ".moc-path-row.is-doing"),
        (rows) => rows.length === 1,
      );
    },
  },
  {
    name: "an open map has a mark before each entry's link",
    async run(app) {
      await app.obsidianPage.openFile(MAP);
      await until(
        () => textsOf(app, ".moc-path-mark.mod-entry"),
        (marks) => marks.length > 3,
      );
    },
  },
  {
    name: "turned off, the plugin leaves nothing behind; turned on again, nothing is lost",
    async run(app) {
      await openRoadmap(app);
      await app.obsidianPage.disablePlugin("moc-path");
      await until(
        () => textsOf(app, "[class*='moc-path-']"),
        (texts) => texts.length === 0,
      );
      await app.obsidianPage.enablePlugin("moc-path");
      await openRoadmap(app);
      await until(
        () => textsOf(app, ".moc-path-row.is-doing"),
        (rows) => rows.length === 1,
      );
    },
  },
];
