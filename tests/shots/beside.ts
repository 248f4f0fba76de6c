// Puts a picture of ours beside a part of a drawing in ../shared/mocks, both at two pixels for each of CSS.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

/** A part of a drawing, in the drawing's own pixels. */
export interface Drawing {
  readonly picture: "sidebar" | "check" | "statistics";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const mocks = fileURLToPath(new URL("../../../../shared/mocks", import.meta.url));
const urlOf = (png: Buffer): string => `data:image/png;base64,${png.toString("base64")}`;

/** Ours at the left, the drawing at the right, as a PNG. */
export async function besideDrawing(page: Page, ours: Buffer, drawing: Drawing): Promise<Buffer> {
  const { x, y, width, height } = drawing;
  const drawn = urlOf(await readFile(join(mocks, `${drawing.picture}.png`)));
  const sheet = await page
    .context()
    .browser()
    ?.newPage({ viewport: { width: 3000, height: 2400 } });
  if (!sheet) throw new Error("The browser is gone.");
  try {
    await sheet.setContent(
      `<body style="margin:0"><div style="display:inline-flex;align-items:flex-start;gap:16px;background:#888">
      <img src="${urlOf(ours)}">
      <div style="width:${width}px;height:${height}px;background:url(${drawn}) -${x}px -${y}px"></div></div>`,
    );
    return await sheet.locator("div").first().screenshot();
  } finally {
    await sheet.close();
  }
}
