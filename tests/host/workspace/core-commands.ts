// The commands that are there before any plugin, under the ids they have in Obsidian.
import type { Command, Modifier } from "obsidian";
import type { App } from "../app";
import { CommandPalette } from "./command-palette";
import { toggleTheme } from "./color-scheme";
import { MarkdownView } from "./markdown-view";
import type { Workspace } from "./workspace";

/**
 * Commands of the app whose default hotkeys meet a plugin's keys. They act only in an editor, and their keys never
 * reach anything else. What they do there no test asks for.
 */
const EDITOR_HOTKEYS: readonly (readonly [id: string, name: string, modifiers: readonly Modifier[], key: string])[] = [
  ["editor:follow-link", "Follow link under cursor", ["Alt"], "Enter"],
  ["editor:open-link-in-new-leaf", "Open link under cursor in new tab", ["Mod"], "Enter"],
  ["editor:open-link-in-new-split", "Open link under cursor to the right", ["Mod", "Alt"], "Enter"],
  ["editor:open-link-in-new-window", "Open link under cursor in new window", ["Mod", "Alt", "Shift"], "Enter"],
  ["editor:toggle-bold", "Toggle bold", ["Mod"], "b"],
  ["editor:toggle-italics", "Toggle italic", ["Mod"], "i"],
  ["editor:insert-link", "Insert Markdown link", ["Mod"], "k"],
  ["editor:toggle-checklist-status", "Toggle checkbox status", ["Mod"], "l"],
  ["editor:save-file", "Save current file", ["Mod"], "s"],
];

const EDITOR_COMMANDS: readonly Command[] = EDITOR_HOTKEYS.map(([id, name, modifiers, key]) => ({
  id,
  name,
  hotkeys: [{ modifiers: [...modifiers], key }],
  editorCheckCallback: (isCheck, editor) => {
    if (isCheck || editor.hasFocus()) return editor.hasFocus();
    return false;
  },
}));

async function toggleReading(workspace: Workspace): Promise<void> {
  const view = workspace.getActiveViewOfType(MarkdownView);
  if (view)
    await view.setState(
      { ...view.getState(), mode: view.getMode() === "preview" ? "source" : "preview" },
      { history: false },
    );
}

export function registerCoreCommands(app: App): void {
  const { workspace } = app;
  const commands: readonly Command[] = [
    {
      id: "command-palette:open",
      name: "Command palette: Open command palette",
      hotkeys: [{ modifiers: ["Mod"], key: "p" }],
      callback: () => new CommandPalette(app).open(),
    },
    {
      id: "app:open-settings",
      name: "Open settings",
      hotkeys: [{ modifiers: ["Mod"], key: "," }],
      callback: () => app.setting.open(),
    },
    { id: "theme:toggle-light-dark", name: "Toggle light/dark mode", callback: () => toggleTheme(workspace) },
    {
      id: "markdown:toggle-preview",
      name: "Toggle reading view",
      hotkeys: [{ modifiers: ["Mod"], key: "e" }],
      callback: () => void toggleReading(workspace),
    },
    { id: "app:toggle-left-sidebar", name: "Toggle left sidebar", callback: () => workspace.leftSplit.toggle() },
    { id: "app:toggle-right-sidebar", name: "Toggle right sidebar", callback: () => workspace.rightSplit.toggle() },
    { id: "app:go-back", name: "Navigate back", callback: () => void workspace.getMostRecentLeaf()?.history.back() },
    {
      id: "app:go-forward",
      name: "Navigate forward",
      callback: () => void workspace.getMostRecentLeaf()?.history.forward(),
    },
    {
      id: "workspace:new-tab",
      name: "New tab",
      callback: () => workspace.setActiveLeaf(workspace.getLeaf("tab"), { focus: true }),
    },
    { id: "workspace:close", name: "Close current tab", callback: () => workspace.activeLeaf?.detach() },
    {
      id: "workspace:split-vertical",
      name: "Split right",
      callback: () => workspace.setActiveLeaf(workspace.getLeaf("split"), { focus: true }),
    },
    {
      id: "file-explorer:open",
      name: "Files: Show file explorer",
      callback: () => void workspace.ensureSideLeaf("file-explorer", "left"),
    },
  ];
  for (const command of [...commands, ...EDITOR_COMMANDS]) app.commands.addCommand(command);
}
