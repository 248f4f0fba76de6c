// The view types there are, who makes them, and which file extensions they open.
import { Events } from "../events/events";
import type { WorkspaceLeaf } from "./leaf";
import type { View } from "./view";

export type HostViewCreator = (leaf: WorkspaceLeaf) => View;

/** Tells `view-registered` and `view-unregistered`, each with the type. */
export class ViewRegistry extends Events {
  private readonly creators = new Map<string, HostViewCreator>();
  private readonly typeByExtension = new Map<string, string>();

  registerView(type: string, creator: HostViewCreator): void {
    if (this.creators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    this.creators.set(type, creator);
    this.trigger("view-registered", type);
  }

  unregisterView(type: string): void {
    if (this.creators.delete(type)) this.trigger("view-unregistered", type);
  }

  registerExtensions(extensions: readonly string[], type: string): void {
    const taken = extensions.find((extension) => this.typeByExtension.has(extension));
    if (taken !== undefined) throw new Error(`Attempting to register an existing file extension "${taken}"`);
    for (const extension of extensions) this.typeByExtension.set(extension, type);
  }

  unregisterExtensions(extensions: readonly string[]): void {
    for (const extension of extensions) this.typeByExtension.delete(extension);
  }

  /** Null if no view of that type is registered. */
  creatorOf(type: string): HostViewCreator | null {
    return this.creators.get(type) ?? null;
  }

  /** Null if nothing opens files with that extension. */
  typeOf(extension: string): string | null {
    return this.typeByExtension.get(extension) ?? null;
  }
}
