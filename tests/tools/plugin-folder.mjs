// Finds the place where a real vault keeps its plugins, and puts this one there: three files, nothing else.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, SetupError } from "./setup.mjs";

const FILES = ["main.js", "styles.css", "manifest.json"];

/** The files that Obsidian keeps in a vault's config folder, whatever that is called. */
const SETTINGS = ["app.json", "appearance.json", "core-plugins.json", "community-plugins.json", "workspace.json"];

const { id, name } = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8"));

/**
 * The folder in which a vault keeps its settings. Throws one sentence if there is none, or several and none was chosen.
 */
export function configFolder(vault, chosen) {
  if (!isFolder(vault)) throw new SetupError(`The vault folder "${vault}" does not exist.`);
  const names = configNames(vault);
  if (chosen !== undefined && !names.includes(chosen))
    throw new SetupError(`"${vault}" has no config folder "${chosen}".`);
  if (names.length === 0)
    throw new SetupError(`"${vault}" is no Obsidian vault: open it as a vault in Obsidian once, then try again.`);
  if (chosen === undefined && names.length > 1)
    throw new SetupError(`"${vault}" has several config folders: choose one of ${names.join(", ")} with --config.`);
  return join(vault, chosen ?? names[0]);
}

function configNames(vault) {
  return readdirSync(vault).filter(
    (name) => name.startsWith(".") && isFolder(join(vault, name)) && isConfig(vault, name),
  );
}

function isConfig(vault, name) {
  return name === ".obsidian" || SETTINGS.some((file) => existsSync(join(vault, name, file)));
}

function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Copies the built plugin into a config folder; returns where to, and what its user does next. */
export function copyPlugin(config) {
  const folder = join(config, "plugins", id);
  mkdirSync(folder, { recursive: true });
  if (realpathSync(folder) !== realpathSync(root))
    for (const file of FILES) copyFileSync(join(root, file), join(folder, file));
  return {
    folder,
    next: isTurnedOn(config)
      ? `Turn ${name} off and on under Settings → Community plugins, or restart Obsidian.`
      : `Turn on ${name} under Settings → Community plugins.`,
  };
}

function isTurnedOn(config) {
  try {
    return JSON.parse(readFileSync(join(config, "community-plugins.json"), "utf8")).includes(id);
  } catch {
    return false;
  }
}
