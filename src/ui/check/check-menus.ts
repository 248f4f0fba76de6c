// The menus of the map check: of a finding, and of all of a kind.
import { Menu } from "obsidian";
import { canLead } from "../../actions/link-mending";
import { folderOf } from "../../core/base/paths";
import type { Finding, FindingKind, Fix } from "../../core/upkeep/finding";
import type { Words } from "../../i18n/words";
import { addItem, leadText } from "../widgets/entry-menu";
import type { KindRow } from "./check-rows";
import { togetherText } from "./finding-words";

/** The requests that can be made of findings. */
export interface FindingActions {
  fix(finding: Finding, fix: Fix): void;
  /** Asks what the link is to lead to. */
  lead(finding: Finding): void;
  ignore(finding: Finding): void;
  open(finding: Finding, event: MouseEvent | KeyboardEvent | null): void;
  /** Ignores a kind on a map, or in a folder with all maps below it; "" for the whole vault. */
  ignoreKind(kind: FindingKind, where: string): void;
  unignore(finding: Finding): void;
  /** Offers to add the notes that these are about to maps. */
  add(findings: readonly Finding[]): void;
  /** Deals with what a kind has to be dealt with together: adds notes, or shows fixes that need an eye. */
  together(row: KindRow): void;
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
  if (canLead(finding)) addItem(menu, "fixes", leadText(finding, check.elsewhere), "link", () => actions.lead(finding));
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
 * The menu of a kind on a map: to deal with several at once, or to ignore all of the kind there, in the map's folder or
 * everywhere.
 */
export function kindMenu(row: KindRow, title: string, words: Words, actions: FindingActions): Menu {
  const { of, map, together } = row;
  const { check } = words;
  const menu = new Menu();
  if (together.length > 0) addItem(menu, "fixes", togetherText(row, words), "list-checks", () => actions.together(row));
  const folder = folderOf(map);
  addItem(menu, "ignore", check.ignoreOn(title), "eye-off", () => actions.ignoreKind(of, map));
  if (folder !== "")
    addItem(menu, "ignore", check.ignoreOn(`${folder}/`), "eye-off", () => actions.ignoreKind(of, folder));
  addItem(menu, "ignore", check.ignoreEverywhere, "eye-off", () => actions.ignoreKind(of, ""));
  return menu;
}
