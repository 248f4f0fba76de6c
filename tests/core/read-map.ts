// Reads a map from its text alone, as the app would: the stand-in's cache, the plugin's parser, a vault of given paths.
import { bindMap, type BoundMap } from "../../src/core/roadmap/bind";
import type { LinkTargets } from "../../src/core/roadmap/map-links";
import { isMap, titleOfMap } from "../../src/core/read/detect";
import { DEFAULT_RULES } from "../default-rules";
import { parseMap } from "../../src/core/read/parse";
import type { WrittenMap } from "../../src/core/read/written";
import type { Division, Entry, Relation, Roadmap } from "../../src/core/roadmap/model";
import { LinkIndex } from "../host/cache/link-index";
import { parseMetadata } from "../host/metadata/parse";

/** The roadmap of a text at `path`, in a vault that also holds `others`; those named `…MOC` are maps. */
export function readMap(text: string, others: readonly string[] = [], path = "Map MOC.md"): Roadmap {
  return rereadMap(text, null, others, path).roadmap;
}

/** The same after its text changed; `before` is its roadmap until then. */
export function rereadMap(
  text: string,
  before: Roadmap | null,
  others: readonly string[] = [],
  path = "Map MOC.md",
): BoundMap {
  const written = parseMap(text, parseMetadata(text));
  const links = new LinkIndex();
  for (const one of [path, ...others]) links.add(one);
  const targets: LinkTargets = {
    vault: {
      resolve: (linkpath, sourcePath) => links.resolve(linkpath, sourcePath),
      isFolder: (one) => [path, ...others].some((file) => file.startsWith(`${one}/`)),
    },
    moved: { movedTo: () => null },
    maps: {
      isMap: (one) => isMap(one, {}, DEFAULT_RULES),
      titleOfMap: (one) => (isMap(one, {}, DEFAULT_RULES) ? titleOfMap(one, null) : null),
    },
  };
  const known = before && { roadmap: before, isFollowed: false };
  return bindMap(path, titleOfMap(path, written.title), written, targets, known);
}

/** All that a written map says as JSON. */
export function allOf(written: WrittenMap): string {
  return JSON.stringify(written);
}

/** Reads a list item or paragraph as the only line of a map whose notes all exist but those named `Missing`. */
export function readEntries(line: string): readonly Entry[] {
  return readMap(line, ["A.md", "B.md", "C.md", "D.md", "Note.md", "Sub MOC.md"]).entries;
}

function marks(entry: Entry): string {
  const rating =
    entry.rating &&
    `${entry.rating.value}/${entry.rating.of}${entry.rating.label === null ? "" : ` ${entry.rating.label}`}`;
  const length = entry.length && `${entry.length.value} ${entry.length.unit}`;
  const parts = [
    entry.kind === "note" ? null : entry.kind,
    rating,
    entry.key ? "key" : null,
    entry.hot ? "hot" : null,
    length,
  ];
  const more = [
    entry.task === null ? null : `[${entry.task}]`,
    entry.status,
    entry.mentions.length > 0 ? `mentions ${entry.mentions.length}` : null,
  ];
  const said = [...parts, ...more].filter((part) => part !== null).join(", ");
  return said === "" ? "" : ` {${said}}`;
}

function entryLines(entry: Entry, indent: string): readonly string[] {
  const label = entry.label === null ? "" : `${entry.label}: `;
  const remark = entry.remark === null ? "" : ` | ${entry.remark}`;
  return [
    `${indent}- ${label}${entry.title}${marks(entry)}${remark}`,
    ...entry.details.map((detail) => `${indent}  . ${detail}`),
    ...entry.children.flatMap((child) => entryLines(child, `${indent}  `)),
  ];
}

function relationLines(relations: readonly Relation[], indent: string): readonly string[] {
  return relations.map(({ kind, title }) => `${indent}${kind} ${title}`);
}

function divisionLines(division: Division, indent: string): readonly string[] {
  const { title, key, link, relations, entries, topics, sections } = division;
  const inner = `${indent}  `;
  return [
    `${indent}${"#".repeat(division.level)} ${title}${key ? " {key}" : ""}${link ? ` -> ${link.path ?? "nothing"}` : ""}`,
    ...relationLines(relations, inner),
    ...entries.flatMap((entry) => entryLines(entry, inner)),
    ...topics.map((topic) => `${inner}~ ${topic.title}`),
    ...sections.flatMap((section) => divisionLines(section, inner)),
  ];
}

/** A roadmap as a drawing in text, one line for each thing a reader sees. */
export function sketch(roadmap: Roadmap): string {
  return [
    roadmap.title,
    ...relationLines(roadmap.relations, "  "),
    ...roadmap.entries.flatMap((entry) => entryLines(entry, "  ")),
    ...roadmap.chapters.flatMap((chapter) => divisionLines(chapter, "  ")),
    ...roadmap.unused.map(({ why, text }) => `  unused (${why}) ${text}`),
  ].join("\n");
}

/**
 * The drawing of a map's text without its title, in a vault that holds notes of these names, in words parted by spaces.
 */
export function drawn(text: string, names = ""): string {
  const paths = names.split(" ").map((name) => (name.includes(".") ? name : `${name}.md`));
  return sketch(readMap(text, paths)).split("\n").slice(1).join("\n").replace(/^  /gm, "");
}
