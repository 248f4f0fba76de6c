// The findings about each entry and topic of a roadmap, so that their rows can bear a mark.
import { addToGroup } from "../base/group";
import type { Topic } from "../read/written";
import { entriesOfRoadmap, topicsOfRoadmap, type Entry, type Roadmap } from "../roadmap/model";
import type { Finding } from "./finding";

export interface FindingsByRow {
  /** By the ids of entries. */
  readonly entries: ReadonlyMap<string, readonly Finding[]>;
  readonly topics: ReadonlyMap<Topic, readonly Finding[]>;
}

/** True for findings that are problems: ideas bear no mark and are in no count. */
export function isProblem(finding: Finding): boolean {
  return finding.class !== "idea";
}

/** The row closest to a line: until a map is checked again, its lines may have moved. */
function nearest<T>(rows: readonly T[], lineOf: (row: T) => number, line: number): T | null {
  const distance = (row: T): number => Math.abs(lineOf(row) - line);
  return rows.reduce<T | null>((best, row) => (best && distance(best) <= distance(row) ? best : row), null);
}

/** The entries of a roadmap by all that a finding may call them. */
function entriesByName(roadmap: Roadmap): ReadonlyMap<string, readonly Entry[]> {
  const byName = new Map<string, Entry[]>();
  for (const entry of entriesOfRoadmap(roadmap))
    for (const name of new Set([entry.target, entry.path, entry.link.link]))
      if (name !== null) addToGroup(byName, name, entry);
  return byName;
}

/** The findings that are problems, by the rows they are about; those about no row of the roadmap are left out. */
export function findingsByRow(roadmap: Roadmap, findings: readonly Finding[]): FindingsByRow {
  const [entries, topics] = [new Map<string, Finding[]>(), new Map<Topic, Finding[]>()];
  const problems = findings.filter(isProblem);
  const byName = problems.length === 0 ? null : entriesByName(roadmap);
  const all = problems.length === 0 ? [] : topicsOfRoadmap(roadmap);
  for (const finding of problems) {
    const { kind, line, target, text } = finding;
    if (line === null) continue;
    if (kind === "topic") {
      const named = all.filter(({ title }) => title.includes(text));
      const topic = nearest(named, (one) => one.line, line);
      if (topic) addToGroup(topics, topic, finding);
    } else {
      const entry = nearest(byName?.get(target ?? "") ?? [], ({ link }) => link.line, line);
      if (entry) addToGroup(entries, entry.id, finding);
    }
  }
  return { entries, topics };
}
