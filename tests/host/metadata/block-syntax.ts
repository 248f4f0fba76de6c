// The blocks that Obsidian adds to Markdown: `%%` comments and block ids on a line of their own.
// Their meaning for sections is decided in sections.ts and block-ids.ts.
import type { Eat, ParserPrototype, Tokenizer } from "./tokenizer";

const commentOpening = /^ {0,3}%%/;
const blockIdLine = /^[ \t]{0,3}(\^[a-zA-Z0-9-]+)[ \t]*(?=\n|$)/;

/** Adds both; a comment may begin directly below a line of text, an id directly below a list or quote. */
export function addBlockSyntax(prototype: ParserPrototype): void {
  const { blockMethods, blockTokenizers, interruptBlockquote, interruptList, interruptParagraph } = prototype;
  blockTokenizers.comment = comment;
  blockTokenizers.blockId = blockId;
  blockMethods.splice(blockMethods.indexOf("blankLine") + 1, 0, "comment", "blockId");
  for (const interrupts of [interruptParagraph, interruptList, interruptBlockquote]) interrupts.push(["comment"]);
  for (const interrupts of [interruptList, interruptBlockquote]) interrupts.push(["blockId"]);
}

const comment: Tokenizer = function (this: ParserPrototype, eat: Eat, value: string, silent?: boolean) {
  const end = commentEnd(value);
  if (end < 0) return undefined;
  if (silent) return true;
  const source = value.slice(0, end);
  const now = eat.now();
  return eat(source)({ type: "comment", children: this.tokenizeInline(source, now) });
};

/** The end of the comment at the front of `value`; -1 if none stands there or it is only the start of a line. */
function commentEnd(value: string): number {
  const opening = commentOpening.exec(value);
  if (!opening) return -1;
  const closing = value.indexOf("%%", opening[0].length);
  if (closing < 0) return -1;
  const end = closing + 2;
  const isOneLine = !value.slice(0, end).includes("\n");
  return isOneLine && !/^[ \t]*(?:\n|$)/.test(value.slice(end, nextLine(value, end))) ? -1 : end;
}

function nextLine(value: string, from: number): number {
  const lineBreak = value.indexOf("\n", from);
  return lineBreak < 0 ? value.length : lineBreak + 1;
}

const blockId: Tokenizer = function (eat: Eat, value: string, silent?: boolean) {
  const line = blockIdLine.exec(value);
  if (!line) return undefined;
  return silent ? true : eat(line[0])({ type: "blockId", value: line[1] });
};
