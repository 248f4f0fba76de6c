// The options in the page's address:
// `?theme=light|dark&lang=zh|en|ar&device=desktop|tablet|phone&width=400&plugin=off&config=.obsidian&conceals=merged`.
import type { Device } from "../platform";
import type { Concealing } from "../workspace/concealed-syntax";

export interface PageOptions {
  readonly theme: "light" | "dark";
  readonly lang: string;
  readonly device: Device;
  /** Of the right sidebar, in CSS pixels; null leaves it as it was. */
  readonly width: number | null;
  readonly hasPlugin: boolean;
  /** The config folder, where the layout is kept: each device on a vault may have its own. */
  readonly configDir: string;
  /** The way Live Preview hides signs that adjoin. */
  readonly conceals: Concealing;
}

const DEVICES: readonly Device[] = ["desktop", "tablet", "phone"];

export function readPageOptions(search: string): PageOptions {
  const query = new URLSearchParams(search);
  const width = Number(query.get("width") ?? 0);
  return {
    theme: query.get("theme") === "light" ? "light" : "dark",
    lang: query.get("lang") ?? "en",
    device: DEVICES.find((device) => device === query.get("device")) ?? "desktop",
    width: Number.isFinite(width) && width > 0 ? width : null,
    configDir: query.get("config") ?? ".obsidian",
    conceals: query.get("conceals") === "merged" ? "merged" : "by token",
    hasPlugin: query.get("plugin") !== "off",
  };
}
