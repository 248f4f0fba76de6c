// A map as its author wrote it: everything read from one text and its cache, before any link is followed.
// bind.ts turns it into a Roadmap by asking the vault where the links lead.
import type { Range } from "../base/range";
import type { Annotation } from "../notation/annotation";
import type { Length } from "../notation/length";
import type { Rating } from "../notation/rating";
import type { RelationKind } from "../notation/relation-words";

/** A link where it is written. */
export interface WrittenLink extends Range {
  /** As Obsidian's cache gives it (table escapes removed, subpath kept), or the web address. */
  readonly link: string;
  readonly web: boolean;
  readonly embed: boolean;
  /** The author's own words for it; null where there are none and the link names itself. */
  readonly alias: string | null;
  /** Counted from 0. */
  readonly line: number;
  /** As written, brackets and all. */
  readonly text: string;
}

/** A link that leads to another map or note without being study here. */
export interface WrittenRelation {
  readonly kind: RelationKind;
  readonly link: WrittenLink;
}

/** One link to study, where it is written. */
export interface WrittenEntry extends Annotation {
  readonly link: WrittenLink;
  readonly title: string;
  /** The label before it, its group or its table row; null where there is none. */
  readonly label: string | null;
  /** The mark of its task item (`" "`, `"x"` …); null where the item is no task. */
  readonly task: string | null;
  readonly mentions: readonly WrittenLink[];
  /** Linkless bullets below it, as written. */
  readonly details: readonly string[];
  readonly children: readonly WrittenEntry[];
}

/** A short linkless bullet that names something to study which has no note yet. */
export interface Topic {
  readonly title: string;
  readonly line: number;
}

/** A stretch of the map that has content of its own: the preface, a chapter or a section. */
export interface WrittenContent {
  /** The first paragraph or quote, as written; null where there is none. */
  readonly summary: string | null;
  readonly relations: readonly WrittenRelation[];
  readonly entries: readonly WrittenEntry[];
  readonly topics: readonly Topic[];
  /** True if there is text that is neither entry, relation, topic nor summary. */
  readonly prose: boolean;
}

/** All that a heading says about the division it opens. */
export interface WrittenHeading {
  readonly title: string;
  readonly level: number;
  readonly line: number;
  readonly key: boolean;
  readonly rating: Rating | null;
  readonly length: Length | null;
  /** The link that the division stands for; null where there is none. */
  readonly link: WrittenLink | null;
}

/** A chapter or section, from its heading to the next of its own or a shallower level. */
export interface WrittenDivision extends Range {
  readonly heading: WrittenHeading;
  readonly content: WrittenContent;
  readonly sections: readonly WrittenDivision[];
}

/** Why a link is no part of the roadmap. */
export type UnusedReason = "stale" | "comment" | "prose" | "pipe" | "jump" | "media" | "elsewhere";

export interface Unused {
  readonly line: number;
  readonly text: string;
  readonly why: UnusedReason;
}

export interface WrittenMap {
  /** The frontmatter title or the title heading's text; null where neither is written. */
  readonly title: string | null;
  readonly preface: WrittenContent;
  readonly chapters: readonly WrittenDivision[];
  /** Relations that the frontmatter states. */
  readonly relations: readonly WrittenRelation[];
  readonly unused: readonly Unused[];
}
