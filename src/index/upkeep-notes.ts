// The files of the vault as upkeep asks for them: by name and alias, by folder, by what they embed and what they name
// as their map. Nothing is read but caches.
import { SetMap } from "../core/base/set-map";
import { folderOf } from "../core/base/paths";
import { linkpathOf } from "../core/read/links";
import { relationOfKey } from "../core/notation/words";
import { ownFacts, type OwnFacts } from "../core/upkeep/note-facts";
import { NoteNames } from "../core/upkeep/note-names";
import { nameOf } from "./link-names";
import type { FileSource } from "./ports";

/** The names by which a note asks for others. */
interface Asked {
  readonly embeds: readonly string[];
  readonly ups: readonly string[];
}

const NOTHING_ASKED: Asked = { embeds: [], ups: [] };

export class UpkeepNotes {
  readonly names = new NoteNames();
  private readonly facts = new Map<string, OwnFacts>();
  private readonly asked = new Map<string, Asked>();
  private readonly folders = new SetMap<string, string>();
  /** By the name that they ask for, the notes that embed one, and those that name one as above them. */
  private readonly embedders = new SetMap<string, string>();
  private readonly upNamers = new SetMap<string, string>();

  constructor(private readonly source: Pick<FileSource, "cacheOf" | "resolve">) {}

  /** There is a file at a path, or a known one has changed; whether other names may lead to it now. */
  add(path: string): boolean {
    this.facts.delete(path);
    // Not kept: of most notes of a vault nobody asks more than this.
    const facts = this.readFacts(path);
    const before = this.names.aliasesOf(path).join("\n");
    const isNew = !this.names.has(path);
    if (isNew || before !== "" || (facts?.aliases.length ?? 0) > 0) this.names.add(path, facts?.aliases ?? []);
    if (isNew) this.folders.add(folderOf(path), path);
    this.ask(path, facts);
    return isNew || before !== this.names.aliasesOf(path).join("\n");
  }

  remove(path: string): void {
    this.facts.delete(path);
    this.names.remove(path);
    this.ask(path, null);
    this.folders.delete(folderOf(path), path);
  }

  /** The facts of a note as it is now; null for what is no note or not known yet. */
  factsOf(path: string): OwnFacts | null {
    const facts = this.facts.get(path) ?? this.readFacts(path);
    if (facts) this.facts.set(path, facts);
    return facts;
  }

  private readFacts(path: string): OwnFacts | null {
    const cache = /\.md$/i.test(path) ? this.source.cacheOf(path) : null;
    return cache && ownFacts(cache);
  }

  /** The folders that hold files themselves. */
  folderPaths(): Iterable<string> {
    return this.folders.byKey.keys();
  }

  hasFolder(folder: string): boolean {
    return this.folders.byKey.has(folder);
  }

  /** The files that lie in a folder itself. */
  filesIn(folder: string): Iterable<string> {
    return this.folders.get(folder);
  }

  /** The notes that a note embeds. */
  embedsOf(note: string): readonly string[] {
    if (!this.asked.has(note)) return [];
    const embeds = this.factsOf(note)?.embeds ?? [];
    const paths = embeds.flatMap((link) => this.source.resolve(linkpathOf(link), note) ?? []);
    return paths.filter((path) => /\.md$/i.test(path));
  }

  embeddersOf(path: string): readonly string[] {
    const names = [...this.embedders.get(nameOf(path))];
    return names.filter((note) => this.factsOf(note)?.embeds.some((link) => this.leadsTo(link, note, path)));
  }

  /** The notes that name a map as the one above them. */
  namersOf(map: string): readonly string[] {
    return [...this.upNamers.get(nameOf(map))].filter((note) => this.upsOf(note).includes(map));
  }

  /** The vault paths that a note names as above it. */
  upsOf(note: string): readonly string[] {
    if (!this.asked.has(note)) return [];
    const links = this.factsOf(note)?.propertyLinks.filter(({ key }) => relationOfKey(key) === "up") ?? [];
    return links.flatMap(({ link }) => this.source.resolve(linkpathOf(link), note) ?? []);
  }

  private leadsTo(link: string, note: string, path: string): boolean {
    return this.source.resolve(linkpathOf(link), note) === path;
  }

  private ask(path: string, facts: OwnFacts | null): void {
    const before = this.asked.get(path) ?? NOTHING_ASKED;
    const now = facts ? askedBy(facts) : NOTHING_ASKED;
    if (before === now) return;
    for (const name of before.embeds) this.embedders.delete(name, path);
    for (const name of before.ups) this.upNamers.delete(name, path);
    for (const name of now.embeds) this.embedders.add(name, path);
    for (const name of now.ups) this.upNamers.add(name, path);
    if (now === NOTHING_ASKED) this.asked.delete(path);
    else this.asked.set(path, now);
  }
}

function askedBy({ embeds, propertyLinks }: OwnFacts): Asked {
  if (embeds.length + propertyLinks.length === 0) return NOTHING_ASKED;
  const ups = propertyLinks.filter(({ key }) => relationOfKey(key) === "up").map(({ link }) => link);
  const namesOf = (links: readonly string[]): readonly string[] => links.map((link) => nameOf(linkpathOf(link)));
  return { embeds: namesOf(embeds), ups: namesOf(ups) };
}
