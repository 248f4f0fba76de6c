// Fixes with all their edits: one that changes the properties of a note is made when it is asked for, from its text.
import { propertyEdit } from "../core/edit/property-edit";
import { linesIn, type TextLine } from "../core/edit/lines";
import type { TextEdit } from "../core/edit/text-edit";
import type { Finding, Fix } from "../core/upkeep/finding";
import {
  reportedEdit,
  reportedFinding,
  type ReportedEdit,
  type ReportedFinding,
  type ReportedFix,
} from "../core/upkeep/report";

/** The text of a note; null if there is none. */
type ReadText = (path: string) => Promise<string | null>;

/** The edits of a fix; null where the note whose property it changes does not say any more what it did. */
export async function editsOfFix({ edits, property }: Fix, read: ReadText): Promise<readonly TextEdit[] | null> {
  if (property === null) return edits;
  const text = await read(property.path);
  const edit = text === null ? null : propertyEdit(text, property.path, property);
  return edit && [...edits, edit];
}

/** Notes that are read once, and parted into lines once. */
class NotesRead {
  private readonly texts = new Map<string, Promise<string | null>>();
  private readonly lines = new Map<string, readonly TextLine[]>();

  constructor(private readonly readNote: ReadText) {}

  readonly read: ReadText = (path) => {
    const text = this.texts.get(path) ?? this.readNote(path);
    this.texts.set(path, text);
    return text;
  };

  async linesOf(path: string): Promise<readonly TextLine[]> {
    const lines = this.lines.get(path) ?? linesIn((await this.read(path)) ?? "");
    this.lines.set(path, lines);
    return lines;
  }
}

async function reportedFix(fix: Fix, notes: NotesRead): Promise<readonly ReportedFix[]> {
  const edits = await editsOfFix(fix, notes.read);
  if (edits === null) return [];
  const reported: ReportedEdit[] = [];
  for (const edit of edits) reported.push(reportedEdit(edit, await notes.linesOf(edit.path)));
  return [{ title: fix.title, edits: reported }];
}

/**
 * Findings as plain data, with those fixes that can be made now; `sentenceOf` puts into words why something was found.
 */
export async function reportOf(
  findings: readonly Finding[],
  sentenceOf: (finding: Finding) => string,
  read: ReadText,
): Promise<readonly ReportedFinding[]> {
  const notes = new NotesRead(read);
  const reported: ReportedFinding[] = [];
  for (const finding of findings) {
    const fixes: ReportedFix[] = [];
    for (const fix of finding.fixes) fixes.push(...(await reportedFix(fix, notes)));
    reported.push(reportedFinding(finding, sentenceOf(finding), fixes));
  }
  return reported;
}
