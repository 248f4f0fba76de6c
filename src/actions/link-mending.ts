// Makes links of maps lead to where their notes are now, when the reader asks for it.
import { reasonOf } from "../core/base/log";
import { retargeted } from "../core/edit/link-edits";
import { linesOf, type EditResult, type LineEdit } from "../core/edit/line-edit";
import { linkpathOf } from "../core/read/links";
import { entriesOfRoadmap, type Entry } from "../core/roadmap/model";
import type { MapEdits } from "../index/map-edits";
import type { MapText, MapTexts } from "../index/map-texts";
import type { Words } from "../i18n/words";
import type { MovedLinks } from "../progress/moved-links";
import type { Notifier } from "./notifier";

export class LinkMending {
  constructor(
    private readonly maps: Pick<MapTexts, "read">,
    private readonly edits: Pick<MapEdits, "apply">,
    private readonly movedLinks: Pick<MovedLinks, "moveOf">,
    /** The vault path a link leads to from a note; null if to nothing. */
    private readonly resolve: (linkpath: string, sourcePath: string) => string | null,
    private readonly words: Words,
    private readonly notifier: Notifier,
  ) {}

  /** Changes the link of an entry whose note was moved, and tells what came of it. */
  async mend(map: string, entry: Entry): Promise<void> {
    try {
      const result = await this.write(map, entry);
      this.notifier.tell(result === "written" ? this.words.linkMended(entry.title) : this.words.mapChanged);
    } catch (error) {
      this.notifier.tell(this.words.cannotMend(reasonOf(error)));
    }
  }

  private async write(map: string, { id }: Entry): Promise<EditResult> {
    const now = await this.maps.read(map);
    // Since it was shown, the map may have been read anew.
    const entry = now && entriesOfRoadmap(now.roadmap).find((one) => one.id === id);
    const edit = now && entry ? this.edit(now, map, entry) : null;
    if (!edit) return "moved";
    const [result = "moved"] = await this.edits.apply(map, [edit], 1);
    return result;
  }

  private edit({ text }: MapText, sourcePath: string, { link, isMoved }: Entry): LineEdit | null {
    const move = isMoved ? this.movedLinks.moveOf(linkpathOf(link.link), sourcePath) : null;
    const resolve = (linkpath: string): string | null => this.resolve(linkpath, sourcePath);
    const mended = move && retargeted(text.slice(link.from, link.to), { ...move, sourcePath, resolve });
    if (mended === null) return null;
    const [start, expected] = [text.lastIndexOf("\n", link.from - 1) + 1, linesOf(text)[link.line] ?? ""];
    const [before, after] = [expected.slice(0, link.from - start), expected.slice(link.to - start)];
    return { line: link.line, expected, text: before + mended + after };
  }
}
