// The page that shows all pictures beside each other, sitting by sitting.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Picture } from "./studio";

const STYLE = `
  body { margin: 24px; background: #888; color: #fff; font: 14px system-ui, sans-serif; }
  section { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 16px; margin-block-end: 40px; }
  h2 { width: 100%; margin: 0; font-size: 16px; }
  figure { margin: 0; }
  figcaption { margin-block-end: 4px; }
  img { display: block; max-width: 640px; zoom: 0.5; box-shadow: 0 4px 24px rgb(0 0 0 / 40%); }`;

function figureOf({ name, file }: Picture): string {
  return `<figure><figcaption>${name}</figcaption><a href="${file}"><img src="${file}" alt="${name}" loading="lazy"></a></figure>`;
}

function sectionOf(sitting: string, pictures: readonly Picture[]): string {
  return `<section><h2>${sitting}</h2>\n${pictures.map(figureOf).join("\n")}\n</section>`;
}

/** Writes index.html beside the pictures; returns its path. */
export async function writeContactSheet(folder: string, pictures: readonly Picture[]): Promise<string> {
  const names = [...new Set(pictures.map(({ sitting }) => sitting))];
  const sections = names.map((name) =>
    sectionOf(
      name,
      pictures.filter(({ sitting }) => sitting === name),
    ),
  );
  const path = join(folder, "index.html");
  await writeFile(
    path,
    `<!doctype html>\n<meta charset="utf-8">\n<title>MOC Path</title>\n<style>${STYLE}\n</style>\n${sections.join("\n")}\n`,
  );
  return path;
}
