// Opening notes the way Obsidian does, and knowing which one is in front of the reader.
import { Keymap, Platform, type App, type HoverParent, type Menu, type PaneType } from "obsidian";
import { linkpathOf, subpathOf } from "../core/read/links";
import type { MovedLinks } from "../progress/moved-links";
import type { MovedNotes } from "../progress/moved-notes";
import { within } from "../progress/ports";
import type { Navigation } from "../actions/context";
import { later } from "./timers";
import type { VaultEvents } from "./vault-events";
import { openerOfTab } from "./settings-window";

/** The name under which Page preview knows the plugin. */
export const HOVER_SOURCE = "moc-path";

/** Milliseconds that something which does not open may hold up the next thing. */
const PATIENCE = 2000;

export class WorkspaceNavigation implements Navigation {
  private opening: Promise<void> = Promise.resolve();

  constructor(
    private readonly app: App,
    private readonly events: VaultEvents,
    private readonly movedNotes: MovedNotes,
    private readonly movedLinks: Pick<MovedLinks, "movedTo">,
    /** Tells the reader that a link or a path could not be opened. */
    private readonly failed: (what: string, error: unknown) => void,
  ) {}

  activePath(): string | null {
    return this.app.workspace.getActiveFile()?.path ?? null;
  }

  pathOf(linkpath: string, sourcePath: string): string | null {
    return this.app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath)?.path ?? null;
  }

  paneOf(event: MouseEvent | KeyboardEvent | null): PaneType | boolean {
    return event === null ? false : Keymap.isModEvent(event);
  }

  openLink(link: string, sourcePath: string, pane: PaneType | boolean): void {
    this.open(link, () => this.app.workspace.openLinkText(this.linkNow(link, sourcePath), sourcePath, pane));
  }

  openLine(path: string, line: number, pane: PaneType | boolean): void {
    this.open(path, () => this.openAtLine(path, line, pane));
  }

  openWeb(address: string): void {
    window.open(address);
  }

  uriOf(map: string): string {
    const [vault, path] = [this.app.vault.getName(), map].map(encodeURIComponent);
    return `obsidian://moc-path?vault=${vault}&map=${path}`;
  }

  settingsOpener(): (() => void) | null {
    return openerOfTab(this.app, "moc-path");
  }

  preview(
    hoverParent: HoverParent,
    targetEl: HTMLElement,
    event: MouseEvent,
    linktext: string,
    sourcePath: string,
  ): void {
    this.app.workspace.trigger("hover-link", {
      event,
      source: HOVER_SOURCE,
      hoverParent,
      targetEl,
      linktext: this.linkNow(linktext, sourcePath),
      sourcePath,
    });
  }

  addFileItems(menu: Menu, path: string, source: string): void {
    const file = this.app.vault.getFileByPath(path);
    if (file) this.app.workspace.trigger("file-menu", menu, file, source);
  }

  /** A link, or one to where the note is now that it once led to. */
  private linkNow(link: string, sourcePath: string): string {
    const linkpath = linkpathOf(link);
    if (linkpath === "" || this.pathOf(linkpath, sourcePath) !== null) return link;
    const path = this.movedLinks.movedTo(linkpath, sourcePath);
    return path === null ? link : path + subpathOf(link);
  }

  onRename(listener: (path: string, oldPath: string) => void): () => void {
    const endFollowing = this.events.follow("What knows notes by their paths", {
      renamed: listener,
      // A folder that is shown as a map has a slash at the end of its path.
      folderRenamed: (path, oldPath) => listener(`${path}/`, `${oldPath}/`),
    });
    const end = this.movedNotes.onChange((found) => found.forEach(({ from, to }) => listener(to, from)));
    return () => {
      endFollowing();
      end();
    };
  }

  onActiveChange(listener: () => void): () => void {
    const ref = this.app.workspace.on("file-open", listener);
    return () => this.app.workspace.offref(ref);
  }

  private async openAtLine(path: string, line: number, pane: PaneType | boolean): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return;
    const leaf = this.app.workspace.getLeaf(pane);
    await leaf.openFile(file, { eState: { line } });
    // On a phone the keyboard would cover the place that is shown.
    this.app.workspace.setActiveLeaf(leaf, { focus: !Platform.isMobile });
  }

  /** On a phone what was opened lies behind the drawer that the roadmap is in. */
  private closeDrawers(): void {
    const { leftSplit, rightSplit } = this.app.workspace;
    if (Platform.isPhone) for (const drawer of [leftSplit, rightSplit]) drawer.collapse();
  }

  /** One after the other: a pane that is opening something drops whatever else it is asked to open. */
  private open(what: string, act: () => Promise<void>): void {
    const opened = this.opening.then(act);
    this.opening = within(later, PATIENCE, opened).catch(() => undefined);
    opened.then(() => this.closeDrawers()).catch((error: unknown) => this.failed(what, error));
  }
}
