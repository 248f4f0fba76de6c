// The base class of plugins: what a plugin adds to the app leaves with it.
import type { Extension } from "@codemirror/state";
import type {
  CliFlags,
  CliHandler,
  Command,
  HoverLinkSource,
  MarkdownPostProcessor,
  MarkdownPostProcessorContext,
  ObsidianProtocolHandler,
  PluginManifest,
} from "obsidian";
import type { App } from "../app";
import { Component } from "../events/component";
import { debounce } from "../events/debounce";
import { MarkdownPreviewRenderer } from "../markdown";
import type { SettingTab } from "../settings";
import { missing } from "../strict/missing";
import { guard, unguarded } from "../strict/guard";
import type { View, WorkspaceLeaf } from "../workspace";

/** Writes to data.json within so many milliseconds are looked at once. */
const DATA_MS = 50;

export abstract class Plugin extends Component {
  settings?: unknown;

  constructor(
    readonly app: App,
    readonly manifest: PluginManifest,
  ) {
    super();
  }

  /** The plugin's data.json was changed by someone else. */
  onExternalSettingsChange?(): unknown;

  /** The time of the data.json that the plugin last read or wrote. */
  private dataTime = 0;
  private readonly lookAtDataSoon = debounce(() => void this.lookAtData(), DATA_MS, true);

  /** A hidden file of the vault was written, by whomever. */
  fileChanged(path: string): void {
    if (path === this.dataPath()) this.lookAtDataSoon();
  }

  /**
   * As in app.js of 1.13.7: the plugin is told only if the file is newer than what it knows. One that sync brings with
   * the older time of another device changes unnoticed.
   */
  private async lookAtData(): Promise<void> {
    const time = await this.timeOfData();
    if (time <= this.dataTime || unguarded(this.app).plugins.plugins[this.manifest.id] !== this) return;
    this.dataTime = time;
    this.onExternalSettingsChange?.();
  }

  private async timeOfData(): Promise<number> {
    return (await unguarded(this.app).vault.adapter.stat(this.dataPath()))?.mtime ?? 0;
  }

  onUserEnable(): void {
    // For subclasses.
  }

  /** Adds a command under the plugin's id and name. */
  addCommand(command: Command): Command {
    const { id, name } = this.manifest;
    command.id = `${id}:${command.id}`;
    command.name = `${name}: ${command.name}`;
    const { commands } = unguarded(this.app);
    commands.addCommand(command);
    this.register(() => commands.removeCommand(command.id));
    return command;
  }

  removeCommand(commandId: string): void {
    unguarded(this.app).commands.removeCommand(`${this.manifest.id}:${commandId}`);
  }

  addRibbonIcon(icon: string, title: string, callback: (evt: MouseEvent) => unknown): HTMLElement {
    const el = unguarded(this.app).workspace.leftRibbon.addRibbonItemButton(icon, title, callback);
    this.register(() => el.remove());
    return el;
  }

  addStatusBarItem(): HTMLElement {
    const el = unguarded(this.app).workspace.statusBar.registerStatusBarItem();
    el.addClass(`plugin-${this.manifest.id}`);
    this.register(() => el.remove());
    return el;
  }

  /** Registers a view type. The view sees the app as plugins do. */
  registerView(type: string, creator: (leaf: WorkspaceLeaf) => View): void {
    const { viewRegistry } = unguarded(this.app).workspace;
    viewRegistry.registerView(type, (leaf) => {
      const view = creator(leaf);
      view.app = guard(unguarded(this.app));
      return view;
    });
    this.register(() => viewRegistry.unregisterView(type));
  }

  registerExtensions(extensions: string[], type: string): void {
    const { viewRegistry } = unguarded(this.app).workspace;
    viewRegistry.registerExtensions(extensions, type);
    this.register(() => viewRegistry.unregisterExtensions(extensions));
  }

  addSettingTab(tab: SettingTab): void {
    const { setting } = unguarded(this.app);
    setting.addTab(tab);
    this.register(() => setting.removeTab(tab));
  }

  registerEditorExtension(extension: Extension): void {
    const { workspace } = unguarded(this.app);
    workspace.editorExtensions.push(extension);
    workspace.updateOptions();
    this.register(() => {
      workspace.editorExtensions.splice(workspace.editorExtensions.indexOf(extension), 1);
      workspace.updateOptions();
    });
  }

  /** Rendered notes run through it from now on; those already rendered do not. */
  registerMarkdownPostProcessor(postProcessor: MarkdownPostProcessor, sortOrder?: number): MarkdownPostProcessor {
    MarkdownPreviewRenderer.registerPostProcessor(postProcessor, sortOrder);
    this.register(() => MarkdownPreviewRenderer.unregisterPostProcessor(postProcessor));
    return postProcessor;
  }

  registerMarkdownCodeBlockProcessor(
    language: string,
    handler: (source: string, el: HTMLElement, ctx: MarkdownPostProcessorContext) => unknown,
    sortOrder?: number,
  ): MarkdownPostProcessor {
    return this.registerMarkdownPostProcessor(
      MarkdownPreviewRenderer.createCodeBlockPostProcessor(language, handler),
      sortOrder,
    );
  }

  registerObsidianProtocolHandler(action: string, handler: ObsidianProtocolHandler): void {
    this.register(unguarded(this.app).outsideCalls.registerProtocol(action, handler));
  }

  registerCliHandler(command: string, description: string, flags: CliFlags | null, handler: CliHandler): void {
    this.register(unguarded(this.app).outsideCalls.registerCommand(command, description, flags, handler));
  }

  /** Makes the plugin known to Page preview, for what it tells of by `hover-link`. */
  registerHoverLinkSource(id: string, info: HoverLinkSource): void {
    this.register(unguarded(this.app).pagePreview.register(id, info));
  }

  /** The plugin's data.json; null if there is none. What is no JSON is undefined, and an error in the console alone. */
  async loadData(): Promise<unknown> {
    const { adapter } = unguarded(this.app).vault;
    if (!(await adapter.exists(this.dataPath()))) return null;
    this.dataTime = await this.timeOfData();
    try {
      const data: unknown = JSON.parse(await adapter.read(this.dataPath()));
      return data;
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }

  /** As in the app, nobody is told where that fails (`Vault.writeJson` of 1.7.7 and 1.13.7 has an empty `catch`). */
  async saveData(data: unknown): Promise<void> {
    const { adapter } = unguarded(this.app).vault;
    await adapter.mkdir(this.folder());
    await adapter.write(this.dataPath(), JSON.stringify(data, null, 2)).catch(() => undefined);
    this.dataTime = await this.timeOfData();
  }

  private folder(): string {
    return this.manifest.dir ?? `${unguarded(this.app).vault.configDir}/plugins/${this.manifest.id}`;
  }

  private dataPath(): string {
    return `${this.folder()}/data.json`;
  }
}

/** Members of the documented class that later work brings; until then they say so. */
const LATER = ["registerBasesView", "registerEditorSuggest"];

for (const name of LATER)
  Object.defineProperty(Plugin.prototype, name, { value: missing(`Plugin.${name}`), configurable: true });
