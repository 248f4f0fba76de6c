// The reasons for a place in the words of the interface.
import type { PlaceReason } from "../core/upkeep/places";
import type { Words } from "../i18n/words";

export function reasonText({ adding: { reasons } }: Words, reason: PlaceReason): string {
  switch (reason.kind) {
    case "folder":
      return reasons.folder(reason.count, reason.of);
    case "links":
      return reasons.links(reason.count, reason.of);
    case "colinks":
      return reasons.colinks(reason.count);
    case "tags":
      return reasons.tags(reason.tags);
    default:
      return reasons[reason.kind](reason.words);
  }
}
