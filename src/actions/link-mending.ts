// Makes links of maps lead elsewhere, when the reader asks for it: to where their note is now, or to what is chosen.
import { difference } from "../core/edit/difference";
import { linkpathOf } from "../core/read/links";
import type { Entry } from "../core/roadmap/model";
import { elsewhereFor, ledElsewhere, type ChosenLead, type Elsewhere, type LostLink } from "../core/upkeep/elsewhere";
import type { Finding } from "../core/upkeep/finding";
import type { Findings } from "../index/findings";
import type { Words } from "../i18n/words";
import type { MovedLinks } from "../progress/moved-links";
import type { EditActions, WantedEdits } from "./edit-actions";
import type { Notifier } from "./notifier";

/** A link that leads nowhere, `name` to the reader; `target` is what it asks for. */
export interface NamedLink extends LostLink {
  readonly name: string;
  readonly target: string | null;
}

/** Asks the reader what the link called `name` is to lead to; `choose` is called with that. */
export type AskElsewhere = (name: string, elsewhere: Elsewhere, choose: (choice: string) => void) => void;

export class LinkMending {
  constructor(
    private readonly askElsewhere: AskElsewhere,
    private readonly findings: Pick<Findings, "ask">,
    private readonly edits: Pick<EditActions, "applyAndTell">,
    private readonly movedLinks: Pick<MovedLinks, "moveOf">,
    private readonly words: Words,
    private readonly notifier: Notifier,
  ) {}

  /** Changes the link of an entry whose note was moved, and tells what came of it. */
  async mend(map: string, entry: Entry): Promise<void> {
    const { link, title } = entry;
    const move = this.movedLinks.moveOf(linkpathOf(link.link), map);
    if (!move) return this.notifier.tell(this.words.mapChanged);
    await this.lead(linkOf(map, entry), { kind: "note", choice: move.to }, () => this.words.linkMended(title));
  }

  /** Asks what a link is to lead to, changes it, and tells what came of it. */
  async choose(lost: NamedLink): Promise<void> {
    const { words, notifier } = this;
    const asked = this.findings.ask(lost.map, (map, vault) => elsewhereFor(lost, map, vault));
    const found = (await notifier.tellIfFailed(asked, words.cannotMend)) ?? "gone";
    if (typeof found === "string") return notifier.tell(found === "gone" ? words.mapChanged : words.mapInConflict);
    this.askElsewhere(lost.name, found, (choice) => void this.lead(lost, { kind: found.kind, choice }));
  }

  private async lead(lost: NamedLink, to: ChosenLead, message?: () => string): Promise<void> {
    const { words, notifier } = this;
    const done = this.edits.applyAndTell(() => this.wanted(lost, to, message));
    const isDone = await notifier.tellIfFailed(
      done.then((outcome) => outcome !== null),
      words.cannotMend,
    );
    if (isDone === false) notifier.tell(words.mapChanged);
  }

  /** The edit by the map's text as it is now; null if the map says something else by now. */
  private async wanted(lost: NamedLink, to: ChosenLead, message?: () => string): Promise<WantedEdits | null> {
    const edit = await this.findings.ask(lost.map, (map, vault) => ledElsewhere(lost, to, map, vault));
    if (!edit) return null;
    const { name, target } = lost;
    const { removed, inserted } = difference(edit.expected, edit.insert);
    return { edits: [edit], label: { name, before: removed, after: inserted, target }, ...(message && { message }) };
  }
}

/** The link of an entry. */
export function linkOf(map: string, { link: { line, text }, title, target }: Entry): NamedLink {
  return { map, line, text, name: title, target };
}

/** True for findings about a link that can be led elsewhere. */
export function canLead({ kind, line, isInConflict }: Finding): boolean {
  return (kind === "broken" || kind === "part") && line !== null && !isInConflict;
}
