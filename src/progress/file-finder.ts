// Finds files that vanished among those that are new. A file can be known only by its name, its size and the time when
// it was written last: all three make it certain, two are offered.
import { addToGroup } from "../core/base/group";
import type { Match } from "./comparison";
import type { Findings } from "./finder";
import type { Seen } from "./resemblance";

export function findMovedFiles(vanished: readonly Seen[], fresh: readonly Seen[]): Findings {
  const matches = matchesOf(vanished, fresh);
  const same = matches.filter(({ resemblance: { shared } }) => shared.name + shared.id === 3);
  const [claims, places] = [new Map<string, Match[]>(), new Map<string, Match[]>()];
  for (const match of same) {
    addToGroup(claims, match.from, match);
    addToGroup(places, match.to, match);
  }
  const certain = same.filter(({ from, to }) => claims.get(from)?.length === 1 && places.get(to)?.length === 1);
  const [found, taken] = [new Set(certain.map(({ from }) => from)), new Set(certain.map(({ to }) => to))];
  return { certain, doubtful: matches.filter(({ from, to }) => !found.has(from) && !taken.has(to)) };
}

/** All pairs that share two of the three. */
function matchesOf(vanished: readonly Seen[], fresh: readonly Seen[]): readonly Match[] {
  const alike = new Map<string, Seen[]>();
  for (const file of fresh) for (const sign of signsOf(file)) addToGroup(alike, sign, file);
  return vanished.flatMap((gone) => {
    const files = new Set(signsOf(gone).flatMap((sign) => alike.get(sign) ?? []));
    return [...files].map((file) => matchOf(gone, file)).filter(({ resemblance: { bits } }) => bits >= 2);
  });
}

/**
 * The signs that two files share if they share anything worth a question: the name, or the size of a file of one kind.
 */
function signsOf({ note: { basename, ids } }: Seen): readonly string[] {
  return [`name ${basename}`, `size ${ids["size"]} ${basename.slice(basename.lastIndexOf(".")).toLowerCase()}`];
}

function matchOf({ path, note }: Seen, file: Seen): Match {
  const name = note.basename === file.note.basename ? 1 : 0;
  const id = ["size", "mtime"].filter((key) => key in note.ids && note.ids[key] === file.note.ids[key]).length;
  return {
    from: path,
    to: file.path,
    resemblance: {
      bits: name + id,
      nameBits: name,
      headings: 1,
      shared: { name, id, heading: 0, lines: 0 },
      isContradicted: id < 2 && "size" in note.ids,
    },
    headings: 0,
  };
}
