// The commands there are, which of them can act now, and running one by its id.
import type { Command, Hotkey } from "obsidian";
import type { App } from "./app";
import { MarkdownView } from "./workspace";

export class Commands {
  private readonly commands = new Map<string, Command>();

  constructor(private readonly app: App) {}

  addCommand(command: Command): void {
    this.commands.set(command.id, command);
  }

  removeCommand(id: string): void {
    this.commands.delete(id);
  }

  findCommand(id: string): Command | null {
    return this.commands.get(id) ?? null;
  }

  /** The commands that can act now, in the order of their names. */
  listCommands(): readonly Command[] {
    return [...this.commands.values()]
      .filter((command) => this.canRun(command))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Runs a command; false if there is none of that id or it cannot act now. */
  executeCommandById(id: string): boolean {
    const command = this.commands.get(id);
    return command !== undefined && this.run(command, false);
  }

  /** Runs the first command that has this hotkey, if it can act; false only if none has it. */
  executeHotkey(fits: (hotkey: Hotkey) => boolean): boolean {
    const command = [...this.commands.values()].find(({ hotkeys }) => hotkeys?.some(fits));
    if (command) this.run(command, false);
    return command !== undefined;
  }

  private canRun(command: Command): boolean {
    return this.run(command, true);
  }

  /** Runs a command, or only asks whether it can act. The callback kinds count in the order the app gives them. */
  private run(command: Command, isCheck: boolean): boolean {
    const view = this.app.workspace.getActiveViewOfType(MarkdownView);
    if (command.editorCheckCallback || command.editorCallback) {
      if (!view) return false;
      const [editor, info] = [view.editor, view] as unknown as Parameters<NonNullable<Command["editorCallback"]>>;
      if (command.editorCheckCallback) return command.editorCheckCallback(isCheck, editor, info) === true;
      if (!isCheck) command.editorCallback?.(editor, info);
      return true;
    }
    if (command.checkCallback) return command.checkCallback(isCheck) === true;
    if (!command.callback) return false;
    if (!isCheck) command.callback();
    return true;
  }
}
