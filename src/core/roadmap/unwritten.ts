// Roadmaps that no note says. They are shown like those of maps, but there is no text to open or to change.

/** The path that stands for all maps of the vault; no note has it. */
export const ALL_MAPS = "";

/** True for the path of a note that says a roadmap; false where no note does. */
export function isWritten(path: string): boolean {
  return path !== ALL_MAPS && !isFolderPath(path);
}

/** True for the path of a folder that is read as a map: unlike that of a note it ends in a slash. */
export function isFolderPath(path: string): boolean {
  return path.endsWith("/");
}
