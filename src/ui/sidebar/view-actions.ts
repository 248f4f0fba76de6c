// Everything that can be asked of an open roadmap by name: each is a command, and those that belong in a menu are in
// the header's.
import type { Words } from "../../i18n/words";
import type { Context } from "../../actions/context";
import { copy, jsonCopy, markdownCopy } from "../../actions/copies";
import { LEVELS, levelsOf, type Level } from "../../core/roadmap/levels";
import { ALL_MAPS } from "../../core/roadmap/unwritten";
import { iconOfLevel } from "../widgets/icons";
import type { MapSession } from "./map-session";

/** An open roadmap. */
export interface OpenRoadmap {
  readonly context: Context;
  readonly shown: MapSession;
  showHelp(): void;
}

interface ViewAction {
  readonly id: string;
  readonly icon: string;
  name(words: Words): string;
  /** Its name in a menu, if that depends on what is shown. */
  menuName?(view: OpenRoadmap): string;
  /** The section of the menu it stands in; absent for commands only. */
  readonly section?: "view" | "copy" | "help";
  canAct(view: OpenRoadmap): boolean;
  act(view: OpenRoadmap): void;
}

function showsMap({ shown }: OpenRoadmap): boolean {
  return shown.roadmap !== null;
}

function levelAction(level: Level): ViewAction {
  return {
    id: `level-${level}`,
    icon: iconOfLevel(level),
    section: "view",
    name: (words) => words.toLevel[level],
    canAct: ({ shown }) => shown.roadmap !== null && levelsOf(shown.roadmap).includes(level),
    act: ({ shown }) => shown.setLevel(level),
  };
}

function copyAction(id: string, icon: string, name: (words: Words) => string, textOf: typeof jsonCopy): ViewAction {
  return {
    ...{ id, icon, name, section: "copy", canAct: showsMap },
    act: ({ context, shown }) => shown.roadmap && copy(textOf(context, shown.roadmap), context),
  };
}

export const VIEW_ACTIONS: readonly ViewAction[] = [
  {
    id: "back",
    icon: "arrow-left",
    name: (words) => words.backToMap,
    canAct: ({ shown }) => shown.canGoBack,
    act: ({ shown }) => shown.goBack(),
  },
  {
    id: "toggle-done",
    icon: "eye-off",
    section: "view",
    name: (words) => words.toggleDone,
    menuName: ({ shown, context }) => (shown.hidesDone ? context.words.showDone : context.words.hideDone),
    canAct: showsMap,
    act: ({ shown }) => shown.setHidesDone(!shown.hidesDone),
  },
  {
    id: "toggle-remarks",
    icon: "message-square-text",
    section: "view",
    name: (words) => words.toggleRemarks,
    menuName: ({ shown, context }) => (shown.showsRemarks ? context.words.hideRemarks : context.words.showRemarks),
    canAct: showsMap,
    act: ({ shown, context: { settings, notifier, words } }) =>
      void notifier.tellIfFailed(settings.set("remarks", !shown.showsRemarks), words.settings.notSaved),
  },
  ...LEVELS.map(levelAction),
  copyAction("copy-markdown", "copy", (words) => words.copyMarkdown, markdownCopy),
  copyAction("copy-json", "braces", (words) => words.copyJson, jsonCopy),
  {
    ...copyAction(
      "copy-uri",
      "link",
      (words) => words.copyUri,
      ({ navigation }, { path }) => navigation.uriOf(path),
    ),
    canAct: ({ shown: { roadmap } }) => roadmap !== null && roadmap.path !== ALL_MAPS,
  },
  {
    id: "show-keys",
    icon: "keyboard",
    section: "help",
    name: (words) => words.help.title,
    canAct: showsMap,
    act: (view) => view.showHelp(),
  },
];
