// What the reader has set, as the plugin's own data holds it. What is missing or damaged is as it is at first.
import type { Plugin } from "obsidian";
import type { TaskSetting } from "../ui/task-consent";

export class PluginData implements TaskSetting {
  private data: Readonly<Record<string, unknown>> = {};

  constructor(private readonly plugin: Pick<Plugin, "loadData" | "saveData">) {}

  /** Whether maps are marked in their own text. */
  get showsMarks(): boolean {
    return this.data["marks"] !== false;
  }

  /** Whether marking a note sets the marks of tasks in maps; null until the reader was asked. */
  get writesTasks(): boolean | null {
    const value = this.data["tasks"];
    return typeof value === "boolean" ? value : null;
  }

  async setWritesTasks(value: boolean): Promise<void> {
    await this.read();
    this.data = { ...this.data, tasks: value };
    await this.plugin.saveData(this.data);
  }

  async read(): Promise<void> {
    const data: unknown = await this.plugin.loadData();
    this.data = typeof data === "object" && data !== null ? { ...data } : {};
  }
}
