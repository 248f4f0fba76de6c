// YAML as Obsidian reads and writes it in properties: version 1.2, so that dates and `yes` stay strings.
import { parse, stringify } from "yaml";

/** The value a YAML text says; null for an empty one. Throws `YAMLParseError` where it is broken. */
export function parseYaml(yaml: string): unknown {
  return parse(yaml, { logLevel: "error" }) as unknown;
}

/** The YAML text of a value, with a line break at its end; long lines are not folded. */
export function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
