// Fixes with all their edits: one that changes the properties of a note is made when it is asked for, from its text.
import { propertyEdit } from "../core/edit/property-edit";
import type { TextEdit } from "../core/edit/text-edit";
import type { Finding, Fix } from "../core/upkeep/finding";
import { reportedEdit, reportedFinding, type ReportedFinding, type ReportedFix } from "../core/upkeep/report";

/** The text of a note; null if there is none. */
type ReadText = (path: string) => Promise<string | null>;

/** The edits of a fix; null where the note whose property it changes does not say any more what it did. */
export async function editsOfFix({ edits, property }: Fix, read: ReadText): Promise<readonly TextEdit[] | null> {
  if (property === null) return edits;
  const text = await read(property.path);
  const edit = text === null ? null : propertyEdit(text, property.path, property);
  return edit && [...edits, edit];
}

async function reportedFix(fix: Fix, read: ReadText): Promise<readonly ReportedFix[]> {
  const edits = await editsOfFix(fix, read);
  if (edits === null) return [];
  const reported = edits.map(async (edit) => reportedEdit(edit, (await read(edit.path)) ?? ""));
  return [{ title: fix.title, edits: await Promise.all(reported) }];
}

/** Findings as plain data, with those fixes that can be made now; `reasonOf` puts into words why something was found. */
export async function reportOf(
  findings: readonly Finding[],
  reasonOf: (finding: Finding) => string,
  read: ReadText,
): Promise<readonly ReportedFinding[]> {
  const texts = new Map<string, Promise<string | null>>();
  const readOnce: ReadText = (path) => {
    const text = texts.get(path) ?? read(path);
    texts.set(path, text);
    return text;
  };
  return Promise.all(
    findings.map(async (finding) => {
      const fixes = await Promise.all(finding.fixes.map((fix) => reportedFix(fix, readOnce)));
      return reportedFinding(finding, reasonOf(finding), fixes.flat());
    }),
  );
}
