// The label of a group within a group: the path to it.

/** A label within a group's; what both say is said once. */
export function labelPath(group: string | null, label: string | null): string | null {
  if (group === null || label === null || group === label) return group ?? label;
  return `${group} › ${label}`;
}
