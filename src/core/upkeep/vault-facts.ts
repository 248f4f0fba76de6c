// The questions about the vault around a map that findings are made from; the index answers them.
import type { Roadmap } from "../roadmap/model";
import type { NoteNames } from "./note-names";
import type { OwnFacts, Resolve } from "./note-facts";

export interface VaultFacts {
  readonly files: {
    readonly resolve: Resolve;
    /** True if there is a folder at a vault path. */
    isFolder(path: string): boolean;
  };
  readonly notes: {
    readonly names: Pick<NoteNames, "named" | "called" | "aliased" | "similar" | "mostLike">;
    /** Null for what is no note, or not known yet. */
    factsOf(path: string): OwnFacts | null;
    /** The notes that embed a note. */
    embeddersOf(path: string): readonly string[];
  };
  /** The links of all maps together. */
  readonly links: {
    /** The number of links that ask for what a link asks for that leads nowhere. */
    timesWanted(linkpath: string): number;
    /** True if some map has a link to a note. */
    isListed(path: string): boolean;
  };
  readonly lengths: {
    /** The actual length of a target in lines; null where it is not known or there is none. */
    linesOf(target: string): number | null;
  };
  readonly moves: {
    /** The former and present path of the note that a link once led to; null where the journal does not know. */
    moveOf(linkpath: string, sourcePath: string): { readonly from: string; readonly to: string } | null;
  };
  /** Null for what is no map. */
  roadmap(path: string): Roadmap | null;
  /** The notes that are a map's to list and that no map has a link to: of its folders, or naming it as theirs. */
  unlistedOf(map: string): readonly string[];
  /** True for notes that are not to be listed, whatever they say: the reader has excluded their folder. */
  isExcluded(path: string): boolean;
}
