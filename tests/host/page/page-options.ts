// What the address of the page asks for: `?theme=light|dark&lang=zh|en&width=400&plugin=off&config=.obsidian`.

export interface PageOptions {
  readonly theme: "light" | "dark";
  readonly lang: string;
  /** Of the right sidebar, in CSS pixels; null leaves it as it was. */
  readonly width: number | null;
  readonly hasPlugin: boolean;
  /** The config folder, where the layout is kept: each device on a vault may have its own. */
  readonly configDir: string;
}

export function readPageOptions(search: string): PageOptions {
  const query = new URLSearchParams(search);
  const width = Number(query.get("width") ?? 0);
  return {
    theme: query.get("theme") === "light" ? "light" : "dark",
    lang: query.get("lang") ?? "en",
    width: Number.isFinite(width) && width > 0 ? width : null,
    configDir: query.get("config") ?? ".obsidian",
    hasPlugin: query.get("plugin") !== "off",
  };
}
