// The menus of the map check: of a finding, and of all of a kind.
import { Menu } from "obsidian";
import { folderOf } from "../../core/read/detect";
import type { Finding, FindingKind, Fix } from "../../core/upkeep/finding";
import type { Words } from "../../i18n/words";
import { addItem } from "../widgets/entry-menu";
import type { KindRow } from "./check-rows";

/** The requests that can be made of findings. */
export interface FindingActions {
  open(finding: Finding, event: MouseEvent | KeyboardEvent | null): void;
  fix(finding: Finding, fix: Fix): void;
  ignore(finding: Finding): void;
  /** Ignores a kind on a map, or in a folder with all maps below it; "" for the whole vault. */
  ignoreKind(kind: FindingKind, where: string): void;
  unignore(finding: Finding): void;
  /** Offers to add the notes that these are about to maps. */
  add(findings: readonly Finding[]): void;
}

/** The menu of the ways to mend a finding. */
export function fixMenu(finding: Finding, words: Words, actions: FindingActions): Menu {
  const menu = new Menu();
  addFixes(menu, finding, words, actions);
  return menu;
}

function addFixes(menu: Menu, finding: Finding, { check }: Words, actions: FindingActions): void {
  for (const fix of finding.fixes)
    addItem(menu, "fixes", check.fixNamed(finding, fix), "wrench", () => actions.fix(finding, fix));
}

export function findingMenu(finding: Finding, isIgnored: boolean, words: Words, actions: FindingActions): Menu {
  const menu = new Menu();
  if (!isIgnored) addFixes(menu, finding, words, actions);
  if (!isIgnored && finding.kind === "unlisted")
    addItem(menu, "fixes", words.adding.menu, "list-plus", () => actions.add([finding]));
  addItem(menu, "open", words.openMapText, "file-text", () => actions.open(finding, null));
  if (isIgnored) addItem(menu, "ignore", words.check.unignore, "eye", () => actions.unignore(finding));
  else addItem(menu, "ignore", words.check.ignore, "eye-off", () => actions.ignore(finding));
  return menu;
}

/**
 * The menu of a kind on a map: to add notes that are in no map, or to ignore all of the kind there, in the map's folder
 * or everywhere.
 */
export function kindMenu(
  { of, map, findings }: KindRow,
  title: string,
  { adding, check }: Words,
  actions: FindingActions,
): Menu {
  const menu = new Menu();
  if (of === "unlisted")
    addItem(menu, "fixes", adding.severalMenu(findings.length), "list-plus", () => actions.add(findings));
  const folder = folderOf(map);
  addItem(menu, "ignore", check.ignoreOn(title), "eye-off", () => actions.ignoreKind(of, map));
  if (folder !== "")
    addItem(menu, "ignore", check.ignoreOn(`${folder}/`), "eye-off", () => actions.ignoreKind(of, folder));
  addItem(menu, "ignore", check.ignoreEverywhere, "eye-off", () => actions.ignoreKind(of, ""));
  return menu;
}
