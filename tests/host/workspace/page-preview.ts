// The core plugin Page preview: shows the note under a link that a registered source tells of by `hover-link`.
import type { HoverLinkSource } from "obsidian";
import type { App } from "../app";
import { renderInto } from "../markdown/renderer";
import { HoverPopover, type HoverParent } from "../ui/hover-popover";

interface HoverLink {
  readonly event: MouseEvent;
  readonly source: string;
  readonly hoverParent: HoverParent;
  readonly targetEl: HTMLElement;
  readonly linktext: string;
  readonly sourcePath?: string;
}

/** The most text of a note that a card holds, in UTF-16 units. */
const MOST_TEXT = 4000;

export class PagePreview {
  private readonly sources = new Map<string, HoverLinkSource>();

  constructor(private readonly app: App) {
    app.workspace.on("hover-link", (hover: unknown) => this.onHover(hover as HoverLink));
  }

  /** Makes a source known; returns what takes it away. */
  register(id: string, info: HoverLinkSource): () => void {
    this.sources.set(id, info);
    return () => this.sources.delete(id);
  }

  private onHover(hover: HoverLink): void {
    const source = this.sources.get(hover.source);
    if (!source) throw new Error(`No hover link source "${hover.source}" is registered.`);
    if (!source.defaultMod || hover.event.ctrlKey || hover.event.metaKey) void this.show(hover);
    else this.awaitMod(hover);
  }

  /** The card also comes if the key is pressed while the pointer is still there. */
  private awaitMod(hover: HoverLink): void {
    const { targetEl } = hover;
    const document = targetEl.ownerDocument;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Control" && event.key !== "Meta") return;
      end();
      void this.show(hover);
    };
    const end = (): void => {
      document.removeEventListener("keydown", onKey);
      targetEl.removeEventListener("mouseleave", end);
    };
    document.addEventListener("keydown", onKey);
    targetEl.addEventListener("mouseleave", end);
  }

  private async show({ hoverParent, targetEl, linktext, sourcePath = "" }: HoverLink): Promise<void> {
    const linkpath = linktext.split("#")[0] ?? "";
    const file = this.app.metadataCache.getFirstLinkpathDest(linkpath, sourcePath);
    const popover = new HoverPopover(hoverParent, targetEl);
    const text = file?.extension === "md" ? (await this.app.vault.cachedRead(file)).slice(0, MOST_TEXT) : null;
    popover.hoverEl.createDiv({ cls: "popover-title", text: file?.basename ?? linktext });
    if (!file || text === null)
      popover.hoverEl.createDiv({ cls: "popover-text", text: `"${linktext}" is not created yet.` });
    else
      renderInto(
        popover.hoverEl.createDiv("markdown-embed-content").createDiv("markdown-preview-view markdown-rendered"),
        text,
        { app: this.app, sourcePath: file.path, depth: 0 },
        popover,
      );
  }
}
