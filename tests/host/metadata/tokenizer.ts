// The parts of legacy remark's tokenizer interface that its own type declarations leave out. What is
// added through them stands in block-syntax.ts and inline-syntax.ts.

/** Takes `source` off the front of the text at hand; the result places a node there. */
export interface Eat {
  (source: string): (node: object) => unknown;
  now: () => unknown;
}

export interface Tokenizer {
  (this: ParserPrototype, eat: Eat, value: string, silent?: boolean): unknown;
  /** Finds the place at or after `from` where this syntax may next begin; -1 for nowhere. Inline only. */
  locator?: Locator | undefined;
  /** True for syntax that is plain text inside the text of a link. */
  notInLink?: boolean;
}

export type Locator = (this: ParserPrototype, value: string, from: number) => number;

/** The things remembered about the text that the innermost `tokenizeInline` works through. */
export interface InlineFrame {
  /** For each syntax, how far from the end of the text it was last located; -1 for nowhere. */
  readonly located: Map<Locator, number>;
}

export interface ParserPrototype {
  blockMethods: string[];
  blockTokenizers: Record<string, Tokenizer>;
  inlineMethods: string[];
  inlineTokenizers: Record<string, Tokenizer>;
  interruptParagraph: string[][];
  interruptList: string[][];
  interruptBlockquote: string[][];
  tokenizeInline: (this: ParserPrototype, value: string, start: unknown) => unknown[];
  frame?: InlineFrame | undefined;
}
