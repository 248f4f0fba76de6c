// A finding in words: what it is about, and where in its map that stands.
import { entriesOfRoadmap, headingAbove, type Roadmap } from "../../core/roadmap/model";
import type { Finding } from "../../core/upkeep/finding";
import type { Words } from "../../i18n/words";
import type { KindRow } from "./check-rows";

/** A link as written, also one that a table has cut. */
const LINK = /^!?\[\[([^\]|\\]*)(?:\\?\|([^\]]*))?/;

function lastName(path: string): string {
  return (path.split("/").at(-1) ?? path).replace(/\.md$/, "");
}

/** The name of what a finding is about: the title of its entry, else the words of its link, else its target. */
export function nameOf({ line, target, text }: Finding, roadmap: Roadmap | null): string {
  const entry =
    roadmap &&
    entriesOfRoadmap(roadmap).find((one) => one.link.line === line && (one.target === target || one.path === target));
  if (entry) return entry.title;
  const [, path, alias] = LINK.exec(text) ?? [];
  const linked = alias ?? (path === undefined ? null : lastName(path));
  if (linked !== null && linked !== "") return linked;
  return target !== null && text === "" ? lastName(target) : text;
}

/** The title of the heading that a finding stands below; "" where there is none. */
export function placeOf({ line }: Finding, roadmap: Roadmap | null): string {
  return line === null || !roadmap ? "" : headingAbove(roadmap, line);
}

/** The words of the command for several findings of a kind at once. */
export function togetherText({ of, together }: KindRow, { adding, check }: Words): string {
  return of === "unlisted" ? adding.severalMenu(together.length) : check.reviewMenu(together.length);
}
