// Says in words what was read from a few lines of a map: the second column of the README's reference.
import { type Entry, type Relation, type Roadmap, allEntries, divisionsOf } from "../../src/core/roadmap/model";
import { readMap } from "./read-map";

const NOTES = ["A", "B", "C", "D", "BERT", "GPT", "2026-01-11", "Sub MOC", "Up MOC"].map((name) => `${name}.md`);
const FILES = ["Paper.pdf", "Board.canvas", "List.base", "Picture.png"];

function kindOf({ kind }: Entry): string {
  return kind === "note" ? "" : ` (${kind})`;
}

function valuesOf({ rating, key, hot, length, task, status }: Entry): readonly (string | null)[] {
  return [
    rating && `${rating.value} of ${rating.of}${rating.label === null ? "" : ` (${rating.label})`}`,
    key ? "key" : null,
    hot ? "hot" : null,
    length && `${length.value} ${length.unit}`,
    task === null ? null : `task “${task}”`,
    status === null ? null : `status “${status}”`,
  ];
}

function ofEntry(entry: Entry): string {
  const label = entry.label === null ? "" : `${entry.label} › `;
  const remark = entry.remark === null ? null : `remark “${entry.remark}”`;
  const mentions =
    entry.mentions.length === 0 ? null : `mentions ${entry.mentions.map(({ link }) => link.link).join(", ")}`;
  const details = entry.details.map((detail) => `detail “${detail}”`);
  const said = [...valuesOf(entry), remark, mentions, ...details].filter((part) => part !== null);
  const name = `${label}${entry.title}${kindOf(entry)}`;
  return said.length === 0 ? name : `${name}: ${said.join(", ")}`;
}

function ofRelations(relations: readonly Relation[]): readonly string[] {
  return relations.map(({ kind, title }) => `${kind}: ${title}`);
}

function ofDivisions(roadmap: Roadmap): readonly string[] {
  return [...divisionsOf(roadmap.chapters)].flatMap(
    ({ title, level, key, rating, length, link, relations, entries, topics }) => [
      `${"#".repeat(level)} ${title}${key ? ", key" : ""}${rating ? `, ${rating.value} of ${rating.of}` : ""}${length ? `, ${length.value} ${length.unit}` : ""}${link ? ` → ${link.link.link}` : ""}`,
      ...ofRelations(relations),
      ...allEntries(entries).map(ofEntry),
      ...topics.map((topic) => `topic ${topic.title}`),
    ],
  );
}

/** What is read from a text, as one sentence of parts. */
export function describeReading(text: string): string {
  const roadmap = readMap(text, [...NOTES, ...FILES]);
  const parts = [
    ...ofRelations(roadmap.relations),
    ...allEntries(roadmap.entries).map(ofEntry),
    ...roadmap.topics.map((topic) => `topic ${topic.title}`),
    ...ofDivisions(roadmap),
    ...roadmap.unused.map(({ why, text: link }) => `not used (${why}) ${link}`),
  ];
  return parts.length === 0 ? "nothing" : parts.join("; ");
}
