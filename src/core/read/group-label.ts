// The labels of groups of entries: one that a paragraph gives what is below it, and that of a group within a group.
// `content.ts` keeps the one that holds while blocks are read, and gives it to their entries.

/** The label that a paragraph gives the list, table or bare links below it. */
export interface GroupLabel {
  readonly words: string;
  /** True if it is bold, and so a name; else it only introduces what follows. */
  readonly isName: boolean;
}

/** A label within a group's; what both say is said once. */
export function labelPath(group: string | null, label: string | null): string | null {
  if (group === null || label === null || group === label) return group ?? label;
  return `${group} › ${label}`;
}
