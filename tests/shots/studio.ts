// Takes pictures of the running plugin: launches the app for each sitting, arranges its
// scenes in turn, and says what was taken.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { besideDrawing, type Drawing } from "./beside";
import { frames, launchObsidian, type LaunchOptions, type ObsidianApp } from "../host/driver";

export interface Scene {
  /** Of the picture's file, within its sitting. */
  readonly name: string;
  /** All of the window, the sidebar alone, the view in it, or the dialog that is open. */
  readonly of: keyof typeof SUBJECTS;
  /** The drawing that the picture is put beside. */
  readonly beside?: Drawing;
  /** Makes the app look as it is to be taken; returns the page if that is another than the app's. */
  arrange(app: ObsidianApp): Promise<Page | void>;
}

/** Scenes that one launch of the app is enough for, in an order in which each begins where the last one left off. */
export interface Sitting {
  readonly name: string;
  readonly options: LaunchOptions;
  readonly scenes: readonly Scene[];
}

export interface Picture {
  readonly sitting: string;
  readonly name: string;
  readonly file: string;
}

const SCALE = 2;

const SUBJECTS = {
  window: "body",
  sidebar: ".workspace-split.mod-right-split",
  view: ":is([data-type='moc-path-roadmap'], [data-type='moc-path-check']) .view-content:visible",
  dialog: ".modal",
} as const;

/** Takes one sitting's pictures into a folder. Throws if the page reported an error. */
export async function sit({ name, options, scenes }: Sitting, folder: string): Promise<readonly Picture[]> {
  await mkdir(folder, { recursive: true });
  const app = await launchObsidian({ scale: SCALE, ...options });
  try {
    const pictures: Picture[] = [];
    for (const scene of scenes) {
      const file = `${name}-${scene.name}.png`;
      await take(app, scene, join(folder, file));
      pictures.push({ sitting: name, name: scene.name, file });
    }
    app.assertNoErrors();
    return pictures;
  } finally {
    await app.close();
  }
}

async function take(app: ObsidianApp, scene: Scene, path: string): Promise<void> {
  const page = (await scene.arrange(app)) ?? app.page;
  await frames({ page });
  const picture = await page.locator(SUBJECTS[scene.of]).first().screenshot({ animations: "disabled" });
  await writeFile(path, scene.beside ? await besideDrawing(page, picture, scene.beside) : picture);
  if (page !== app.page) await page.close();
}
