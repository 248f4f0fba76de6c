// Makes links of maps lead to where their notes are now, when the reader asks for it.
import { errorText } from "../core/base/log";
import { retargeted } from "../core/edit/link-edits";
import { lineEdit, linesIn } from "../core/edit/lines";
import { linkpathOf } from "../core/read/links";
import { entriesOfRoadmap, type Entry } from "../core/roadmap/model";
import type { MapText } from "../core/upkeep/insertion";
import type { MapTexts } from "../index/map-texts";
import type { Words } from "../i18n/words";
import type { MovedLinks } from "../progress/moved-links";
import type { EditActions, WantedEdits } from "./edit-actions";
import type { Notifier } from "./notifier";

export class LinkMending {
  constructor(
    private readonly maps: Pick<MapTexts, "read">,
    private readonly edits: Pick<EditActions, "applyAndTell">,
    private readonly movedLinks: Pick<MovedLinks, "moveOf">,
    /** The vault path a link leads to from a note; null if to nothing. */
    private readonly resolve: (linkpath: string, sourcePath: string) => string | null,
    private readonly words: Words,
    private readonly notifier: Notifier,
  ) {}

  /** Changes the link of an entry whose note was moved, and tells what came of it. */
  async mend(map: string, entry: Entry): Promise<void> {
    try {
      if (!(await this.edits.applyAndTell(() => this.wanted(map, entry)))) this.notifier.tell(this.words.mapChanged);
    } catch (error) {
      this.notifier.tell(this.words.cannotMend(errorText(error)));
    }
  }

  /** The edit by the map's text as it is now; null if the map says something else by now. */
  private async wanted(map: string, { id, title }: Entry): Promise<WantedEdits | null> {
    const now = await this.maps.read(map);
    // Since it was shown, the map may have been read anew.
    const entry = now && entriesOfRoadmap(now.roadmap).find((one) => one.id === id);
    const after = now && entry ? this.mended(now, map, entry) : null;
    const line = now && entry && linesIn(now.text)[entry.link.line];
    if (!line || after === null) return null;
    const { from, to } = entry.link;
    const before = now.text.slice(from, to);
    const words = line.words.slice(0, from - line.from) + after + line.words.slice(to - line.from);
    const label = { name: title, before, after, target: entry.target };
    return { edits: [lineEdit(map, line, words)], label, message: () => this.words.linkMended(title) };
  }

  /** The link of an entry as it leads to where its note is now; null where that is not known. */
  private mended({ text }: MapText, sourcePath: string, { link, isMoved }: Entry): string | null {
    const move = isMoved ? this.movedLinks.moveOf(linkpathOf(link.link), sourcePath) : null;
    const resolve = (linkpath: string): string | null => this.resolve(linkpath, sourcePath);
    return move && retargeted(text.slice(link.from, link.to), { ...move, sourcePath, resolve });
  }
}
