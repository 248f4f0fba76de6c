// Types of plugin-folder.mjs for its test.

/**
 * The folder in which a vault keeps its settings. Throws one sentence if there is none, or several and none was chosen.
 */
export function configFolder(vault: string, chosen?: string): string;

/** Copies the built plugin into a config folder; returns where to, and what its user does next. */
export function copyPlugin(config: string): { readonly folder: string; readonly next: string };
