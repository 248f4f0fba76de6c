// The ways to deal with findings: to mend one or many, or to ignore one. Each is one step that can be undone.
import { NONE } from "../core/base/lists";
import { addToGroup } from "../core/base/group";
import { difference } from "../core/edit/difference";
import type { TextEdit } from "../core/edit/text-edit";
import { basenameOf } from "../core/base/paths";
import { changedLines, type ChangedNote } from "../core/upkeep/changed-lines";
import type { Entry, Roadmap } from "../core/roadmap/model";
import { findingsByRow, type FindingsByRow } from "../core/upkeep/by-row";
import type { Finding, Fix } from "../core/upkeep/finding";
import { editsOfFix } from "../index/ready-fixes";
import type { IgnoreKey } from "../progress/ignoring";
import type { EditLabel } from "../progress/kept-action";
import type { Context } from "./context";
import { canLead } from "./link-mending";
import { leftEdits } from "./undoing";

type Needs = Pick<
  Context,
  "edits" | "findings" | "ignoring" | "index" | "mending" | "readNote" | "settings" | "words" | "notifier" | "undoing"
>;

/** The findings that are mended together: those with one right fix. */
export function certainOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((one) => one.class === "certain" && one.fixes.length > 0);
}

/** The findings that an eye is enough for: there is one fix, to be done or not. */
export function reviewableOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((one) => one.class === "choose" && one.fixes.length === 1);
}

export class Upkeep {
  /** The findings by the rows of roadmaps, each as long as nothing else is found about its map. */
  private readonly marked = new WeakMap<Roadmap, { told: readonly Finding[]; byRow: FindingsByRow }>();

  constructor(private readonly context: Needs) {}

  /** The findings that rows of a roadmap bear a mark for; none if the reader does not want to be told. */
  findingsOn(roadmap: Roadmap): FindingsByRow {
    const { findings, settings } = this.context;
    const told = settings.current.findings ? findings.of(roadmap.path) : NONE;
    const known = this.marked.get(roadmap);
    if (known?.told === told) return known.byRow;
    const byRow = findingsByRow(roadmap, told);
    this.marked.set(roadmap, { told, byRow });
    return byRow;
  }

  /** The findings about an entry of a map; none if the reader does not want to be told. */
  findingsOf(map: string, entry: Entry): readonly Finding[] {
    const roadmap = this.context.index.roadmap(map);
    return (roadmap && this.findingsOn(roadmap).entries.get(entry.id)) ?? NONE;
  }

  /** Mends one finding, `name` to the reader, in one of its ways, and tells what came of it. */
  async fix(finding: Finding, fix: Fix, name: string): Promise<void> {
    const { edits: actions, readNote, notifier, words } = this.context;
    await this.attempt(async () => {
      const outcome = await actions.applyAndTell(async () => {
        const edits = await this.stillWanted((await editsOfFix(fix, readNote)) ?? NONE);
        return edits.length === 0 ? null : { edits, label: this.labelOf(finding, fix, name, edits) };
      });
      // Without edits the note does not say any more what the fix would change, or nothing is to be mended by now.
      const why = fix.property ? words.editsLeft(basenameOf(fix.property.path)) : words.nothingToChange;
      if (!outcome) notifier.tell(why);
    });
  }

  /** Asks what the link of a finding is to lead to, and changes it. */
  lead(finding: Finding, name: string): void {
    const { map, line, text, target } = finding;
    if (line !== null && canLead(finding)) void this.context.mending.choose({ map, line, text, name, target });
  }

  /** Mends all that is given, `name` to the reader, as one step. */
  async fixAll(edits: readonly TextEdit[], name: string): Promise<void> {
    const { words, notifier, edits: actions } = this.context;
    const { mended, allMended } = words.check;
    const label = { name, before: words.asBefore, after: mended, target: null };
    const linesOf = (some: readonly TextEdit[]): number =>
      new Set(some.map(({ path, from }) => `${from} ${path}`)).size;
    const message = (done: readonly TextEdit[]): string => allMended(linesOf(done));
    await this.attempt(async () => {
      let left: readonly TextEdit[] = edits;
      await actions.applyAndTell(async () => {
        const wanted = await this.stillWanted(edits);
        left = edits.filter((edit) => !wanted.includes(edit));
        return wanted.length === 0 ? null : { edits: wanted, label, message };
      });
      const skipped = [...new Set(left.map(({ path }) => path))];
      for (const said of leftEdits({ skipped, failures: new Map() }, words)) notifier.tell(said);
    });
  }

  /**
   * The edits of maps that some finding asks for by now, and those of other notes: the text may be what it was though
   * there is nothing to mend any more, as where the note that a link led to is there again.
   */
  private async stillWanted(edits: readonly TextEdit[]): Promise<readonly TextEdit[]> {
    const { findings, index } = this.context;
    await findings.whenSettled();
    const maps = new Set(edits.map(({ path }) => path).filter((path) => index.isMap(path)));
    const found = [...maps].flatMap((map) => [...findings.of(map), ...findings.ignoredOf(map)]);
    const keyOf = ({ path, expected, insert }: TextEdit): string => JSON.stringify([path, expected, insert]);
    const wanted = new Set(found.flatMap(({ fixes }) => fixes).flatMap((fix) => fix.edits.map(keyOf)));
    return edits.filter((edit) => !maps.has(edit.path) || wanted.has(keyOf(edit)));
  }

  /** The lines that the first fixes of findings will change, by note; null, as was told, if a note cannot be read. */
  linesToFix(findings: readonly Finding[]): Promise<readonly ChangedNote[] | null> {
    return this.attempt(() => this.linesOfFixes(findings));
  }

  private async linesOfFixes(findings: readonly Finding[]): Promise<readonly ChangedNote[]> {
    const byNote = new Map<string, TextEdit[]>();
    for (const { fixes } of findings) {
      const [fix] = fixes;
      const edits = fix ? await editsOfFix(fix, this.context.readNote) : null;
      for (const edit of edits ?? []) addToGroup(byNote, edit.path, edit);
    }
    const notes: ChangedNote[] = [];
    for (const [path, edits] of byNote) {
      const text = await this.context.readNote(path);
      if (text !== null) notes.push({ path, lines: changedLines(text, edits) });
    }
    return notes;
  }

  /** Ignores a finding, `name` to the reader, from now on. */
  async ignore({ kind, map, target }: Finding, name: string): Promise<void> {
    await this.ignoreAll({ kind, where: map, target }, name);
  }

  /** Ignores what a key tells of from now on. */
  async ignoreAll(key: IgnoreKey, name: string): Promise<void> {
    const { ignoring, words } = this.context;
    await this.attempt(async () => this.tell(words.check.isIgnored(name), await ignoring.ignore(key)));
  }

  /** Ignores a finding no longer, and neither all of its kind where that was ignored. */
  async unignore(finding: Finding, name: string): Promise<void> {
    const { ignoring, words } = this.context;
    await this.attempt(async () => this.tell(words.check.isNotIgnored(name), await ignoring.unignore(finding)));
  }

  /** Undo is offered only if something was changed: else it would take back what was done before. */
  private tell(message: string, isChanged: boolean): void {
    if (isChanged) this.context.undoing.offerUndo(message);
    else this.context.notifier.tell(message);
  }

  private labelOf(finding: Finding, fix: Fix, name: string, edits: readonly TextEdit[]): EditLabel {
    const { check, findings } = this.context.words;
    const [[edit], { target, kind }] = [edits, finding];
    const { removed, inserted } = difference(edit?.expected ?? "", edit?.insert ?? "");
    if (removed !== "" && inserted !== "") return { name, before: removed, after: inserted, target };
    // The number of a line says nothing by itself.
    const after = kind === "duplicate" ? check.fixNamed(finding, fix) : fix.title;
    return { name, before: findings.kinds[kind], after, target };
  }

  private async attempt<T>(act: () => Promise<T>): Promise<T | null> {
    const { notifier, words } = this.context;
    return notifier.tellIfFailed(act(), words.check.failed);
  }
}
