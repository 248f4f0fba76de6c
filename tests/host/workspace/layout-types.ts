// The shape of the saved layout (`workspace.json`), as Obsidian writes it.
import type { SplitDirection } from "obsidian";

export interface LeafLayout {
  readonly id: string;
  readonly type: "leaf";
  readonly pinned?: boolean;
  readonly state: {
    readonly type: string;
    readonly state: Record<string, unknown>;
    readonly icon?: string;
    readonly title?: string;
  };
}

export interface TabsLayout {
  readonly id: string;
  readonly type: "tabs";
  readonly children: readonly LeafLayout[];
  /** Index of the tab in front; absent for the first. */
  readonly currentTab?: number;
}

export interface SplitLayout {
  readonly id: string;
  readonly type: "split";
  readonly children: readonly (SplitLayout | TabsLayout)[];
  readonly direction: SplitDirection;
  /** Of a sidebar, in CSS pixels. */
  readonly width?: number;
  readonly collapsed?: boolean;
}

/** A pop-out window: where it is on the screen and how large, in CSS pixels. */
export interface WindowLayout extends Omit<SplitLayout, "type"> {
  readonly type: "window";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FloatingLayout {
  readonly id: string;
  readonly type: "floating";
  readonly children: readonly WindowLayout[];
}

export interface WorkspaceLayout {
  readonly main: SplitLayout;
  readonly left: SplitLayout;
  readonly right: SplitLayout;
  /** Absent where there is no pop-out window. */
  readonly floating?: FloatingLayout;
  /** Id of the active leaf. */
  readonly active?: string;
  readonly lastOpenFiles?: readonly string[];
}

/** True if parsed JSON is a layout that can be restored; anything else is left alone and the default is used. */
export function isLayout(value: unknown): value is WorkspaceLayout {
  return (
    isRecord(value) && isSplit(value.main) && isSplit(value.left) && isSplit(value.right) && isFloating(value.floating)
  );
}

function isFloating(value: unknown): boolean {
  return (
    value === undefined ||
    (isRecord(value) &&
      Array.isArray(value.children) &&
      value.children.every((child) => isRecord(child) && isSplit({ ...child, type: "split" })))
  );
}

function isSplit(value: unknown): value is SplitLayout {
  return (
    isRecord(value) &&
    value.type === "split" &&
    Array.isArray(value.children) &&
    value.children.every((child) => isSplit(child) || isTabs(child))
  );
}

function isTabs(value: unknown): value is TabsLayout {
  return isRecord(value) && value.type === "tabs" && Array.isArray(value.children) && value.children.every(isLeaf);
}

function isLeaf(value: unknown): value is LeafLayout {
  return (
    isRecord(value) &&
    value.type === "leaf" &&
    typeof value.id === "string" &&
    isRecord(value.state) &&
    typeof value.state.type === "string"
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
