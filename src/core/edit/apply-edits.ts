// Does edits to the text of one note, each checked against the lines it expects, and says what takes them back.
import { ChangeList, changesOf, inTextOrder, wholeLines, type Change, type LineSpan } from "./changes";
import { linesIn, type TextLine } from "./lines";
import { LinePlaces } from "./line-places";
import type { EditResult, TextEdit } from "./text-edit";

/** A text with edits done to it. */
export interface EditedText {
  readonly text: string;
  /** One for each edit, in their order. */
  readonly results: readonly EditResult[];
  /** The changes made, in offsets of the text before; ordered, and none overlaps another. */
  readonly changes: readonly Change[];
  /** The edits that restore every byte of the text before; one for each group of lines that was changed. */
  readonly inverse: readonly TextEdit[];
}

/**
 * Does edits of one note that were made from one text, all of them or none of each. Each is looked for in the text
 * before any is done: where it was, else in the only place where its lines stand. Of two that change the same
 * characters the first is done.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): EditedText {
  const lines = linesIn(text);
  const places = new LinePlaces(text, lines);
  const accepted = new ChangeList();
  const spans: LineSpan[] = [];
  const results = edits.map((edit): EditResult => {
    const at = places.find(edit);
    if (at === null) return places.isDone(edit) ? "unchanged" : "moved";
    const fresh = changesOf(edit, at, lines).filter((change) => !accepted.has(change));
    if (fresh.length === 0) return "unchanged";
    if (fresh.some((change) => accepted.collides(change))) return "moved";
    for (const change of fresh) accepted.add(change);
    spans.push(wholeLines(edit, at));
    return "written";
  });
  const changes = accepted.all.sort(inTextOrder);
  const after = changed(text, changes);
  return {
    text: after,
    results,
    changes,
    inverse: inverseOf(edits[0]?.path ?? "", text, after, changes, spans, lines),
  };
}

function changed(text: string, changes: readonly Change[]): string {
  let [after, end] = ["", 0];
  for (const { from, to, words } of changes) {
    after += text.slice(end, from) + words;
    end = to;
  }
  return after + text.slice(end);
}

function inverseOf(
  path: string,
  before: string,
  after: string,
  changes: readonly Change[],
  spans: readonly LineSpan[],
  lines: readonly TextLine[],
): readonly TextEdit[] {
  let [shift, next] = [0, 0];
  const inverse = joined(spans).map(({ first, last }): TextEdit => {
    const [from, to] = [lines[first]?.from ?? 0, lines[last]?.to ?? 0];
    const start = from + shift;
    for (let change = changes[next]; change && change.from <= to; change = changes[++next])
      shift += change.words.length - (change.to - change.from);
    const end = to + shift;
    return { path, from: start, to: end, expected: after.slice(start, end), insert: before.slice(from, to) };
  });
  return inverse.filter(({ expected, insert }) => expected !== insert);
}

/** Spans in the order of the text; those that share lines are one. */
function joined(spans: readonly LineSpan[]): readonly LineSpan[] {
  const groups: LineSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.first - b.first)) {
    const group = groups.at(-1);
    if (group && span.first <= group.last)
      groups.splice(-1, 1, { first: group.first, last: Math.max(group.last, span.last) });
    else groups.push(span);
  }
  return groups;
}
