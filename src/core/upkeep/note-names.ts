// The files of a vault by their names, so that what a link that leads nowhere may have meant is found at once.
import { addToGroup } from "../base/group";
import { basenameOf } from "../base/paths";
import { titleOfMap } from "../read/detect";
import {
  figuresOf,
  isNumberedAlike,
  isSlip,
  lettersOf,
  nameKey,
  numberedNames,
  pathKey,
  type NumberedName,
} from "./names";
import { mostAlikeFirst, type Compared } from "./similar-texts";

interface Named extends Compared {
  readonly path: string;
  readonly key: string;
  readonly aliases: readonly string[];
  /** All ways to take it apart. */
  readonly numbered: readonly NumberedName[];
  /** One bit for each letter that it holds, several letters to a bit. */
  readonly mask: number;
}

/** Two slips change so many letters of a name at most: two go, two come. */
const MOST_BITS = 4;
/** A name of which one or two letters are mistyped begins or ends with so many letters of the right one. */
const KEPT = 4;

function maskOf(letters: string): number {
  let mask = 0;
  for (let at = 0; at < letters.length; at++) mask |= 1 << (letters.charCodeAt(at) & 31);
  return mask;
}

function countBits(mask: number): number {
  let [count, rest] = [0, mask >>> 0];
  for (; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The shelves of a name: by how it begins, by how it ends; and by its figures, which are never mistyped. */
function shelvesOf(letters: string): readonly string[] {
  const figures = figuresOf(letters);
  return [`^${letters.slice(0, KEPT)} ${figures}`, `$${letters.slice(-KEPT)} ${figures}`];
}

export class NoteNames {
  private readonly known = new Map<string, Named>();
  private readonly byKey = new Map<string, Named[]>();
  private readonly byAlias = new Map<string, Named[]>();
  private readonly byBare = new Map<string, Named[]>();
  /** Names to compare letter by letter. */
  private readonly shelves = new Map<string, Named[]>();

  has(path: string): boolean {
    return this.known.has(path);
  }

  /** There is a file at a path, with these aliases if it is a note; of a known one they may be others. */
  add(path: string, aliases: readonly string[]): void {
    this.remove(path);
    const name = basenameOf(path);
    const [letters, numbered] = [lettersOf(name), numberedNames(name)];
    const named: Named = {
      path,
      key: pathKey(path),
      aliases: aliases.map(nameKey).filter((alias) => alias !== ""),
      numbered,
      letters,
      bare: numbered.at(-1)?.bare ?? "",
      mask: maskOf(letters),
    };
    this.known.set(path, named);
    for (const [groups, key] of this.placesOf(named)) addToGroup(groups, key, named);
  }

  remove(path: string): void {
    const named = this.known.get(path);
    if (!named) return;
    this.known.delete(path);
    for (const [groups, key] of this.placesOf(named)) {
      const left = (groups.get(key) ?? []).filter((one) => one !== named);
      if (left.length > 0) groups.set(key, left);
      else groups.delete(key);
    }
  }

  /** The aliases known of a note, as `nameKey` gives them. */
  aliasesOf(path: string): readonly string[] {
    return this.known.get(path)?.aliases ?? [];
  }

  /** The paths of files that bear the name of a path, whatever its folder, case, spaces and width. */
  named(path: string): readonly string[] {
    return pathsOf(this.byKey.get(pathKey(path)));
  }

  /** The paths of files that are called by words, slashes and all. */
  called(words: string): readonly string[] {
    return pathsOf(this.byKey.get(nameKey(words)));
  }

  /** The paths of notes that have a name as their alias. */
  aliased(name: string): readonly string[] {
    return pathsOf(this.byAlias.get(nameKey(name)));
  }

  /** The paths of files whose names a reader may take for the name of a path: another number, other signs, a slip. */
  similar(path: string): readonly string[] {
    const name = basenameOf(path);
    const [letters, key] = [lettersOf(name), pathKey(path)];
    if (key.includes("/")) return [];
    const all = [...numberedNames(name).flatMap((one) => this.numberedLike(one)), ...this.slipsOf(letters)];
    return [...new Set(pathsOf(all.filter((one) => one.key !== key)))];
  }

  /** The paths of all notes, those called most like a path, or like words for it, first. */
  mostLike(path: string, words: string): readonly string[] {
    const notes = [...this.known.values()].filter((one) => /\.md$/i.test(one.path));
    const name = titleOfMap(path, null);
    return pathsOf(mostAlikeFirst(words === "" ? [name] : [name, words], notes));
  }

  private numberedLike(name: NumberedName): readonly Named[] {
    const alike = this.byBare.get(name.bare) ?? [];
    return alike.filter(({ numbered }) => numbered.some((other) => isNumberedAlike(name, other)));
  }

  private slipsOf(letters: string): readonly Named[] {
    const mask = maskOf(letters);
    const near = new Set(shelvesOf(letters).flatMap((shelf) => this.shelves.get(shelf) ?? []));
    return [...near].filter((one) => countBits(one.mask ^ mask) <= MOST_BITS && isSlip(letters, one.letters));
  }

  private placesOf(named: Named): readonly (readonly [Map<string, Named[]>, string])[] {
    return [
      [this.byKey, named.key],
      ...named.numbered.map(({ bare }) => [this.byBare, bare] as const),
      ...shelvesOf(named.letters).map((shelf) => [this.shelves, shelf] as const),
      ...named.aliases.map((alias) => [this.byAlias, alias] as const),
    ];
  }
}

function pathsOf(named: readonly Named[] | undefined): readonly string[] {
  return (named ?? []).map(({ path }) => path);
}
