// English sentences on why something was found about a map.
import type { Reason } from "../core/upkeep/finding";

const numbers = new Intl.NumberFormat("en");

export const count = (number: number): string => numbers.format(number);

/** More numbers than these say no more than how many they are. */
export const MOST_LINES = 12;

function lineList(lines: readonly number[]): string {
  const [shown, more] = [lines.slice(0, MOST_LINES), lines.length - MOST_LINES];
  const words = shown.map((line) => count(line + 1));
  return new Intl.ListFormat("en").format(more > 0 ? [...words, `${count(more)} more`] : words);
}

function wanted(links: number): string {
  return links > 1 ? `No note has this name; ${count(links)} links ask for it` : "No note has this name";
}

function unlisted(folder: string | null): string {
  if (folder === null) return "Names this map as the one above it, and is in no map";
  return folder === "" ? "In no map" : `In ${folder}`;
}

export function reasonInEnglish(reason: Reason): string {
  switch (reason.code) {
    case "moved":
      return `The note was moved to ${reason.to}`;
    case "named":
      return `Leads nowhere; one note has this name: ${reason.to}`;
    case "namedTwice":
      return `Leads nowhere; the map has another link to a note of this name, and there is one: ${reason.to}`;
    case "severalNamed":
      return `Leads nowhere; ${count(reason.count)} notes have this name`;
    case "similar":
      return reason.count === 1
        ? `Perhaps “${reason.name}”; the link leads nowhere`
        : `Leads nowhere; ${count(reason.count)} notes have similar names`;
    case "toWrite":
      return wanted(reason.count);
    case "cut":
      return "The table ends the cell at its pipe";
    case "cutToNothing":
      return "The table ends the cell at its pipe, and the link leads nowhere";
    case "length":
      return `${count(reason.declared)} lines declared, the note has ${count(reason.actual)}`;
    case "noHeading":
      return `The note has no heading “${reason.part}”`;
    case "noBlock":
      return `The note has no block ^${reason.part}`;
    case "rating":
      return `Map ${reason.map}, note ${reason.note}`;
    case "duplicate":
      return `Listed on lines ${lineList(reason.lines)}`;
    case "topic":
      return `A note has this name: ${reason.to}`;
    case "deprecated":
      return reason.successor === null
        ? `The note says ${reason.said}`
        : `The note says ${reason.said}; its successor is ${reason.successor}`;
    case "unlisted":
      return unlisted(reason.folder) + (reason.said === null ? "" : `; it says ${reason.said}`);
    case "empty":
      return "Nothing stands below this heading";
    case "cycle":
      return reason.maps.length === 1
        ? "This map is below itself"
        : `Below itself, by way of ${reason.maps.join(" › ")}`;
  }
}
