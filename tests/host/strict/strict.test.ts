// The rules that the stand-in holds plugins to, held against obsidian.d.ts and against itself.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as obsidian from "../obsidian";
import { Plugin } from "../plugins/plugin";
import { API_EVENTS, API_MEMBERS, API_VALUES } from "./api-members";
import { UNTOLD_EVENTS } from "./guard";
import { readApi } from "./read-api";

const api = readApi(readFileSync("node_modules/obsidian/obsidian.d.ts", "utf8"));

/** The events that some file of the stand-in triggers. */
function toldEvents(): ReadonlySet<string> {
  const files = readdirSync("tests/host", { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.endsWith(".test.ts"),
  );
  const code = files.map((path) => readFileSync(`tests/host/${path}`, "utf8")).join("\n");
  return new Set([...code.matchAll(/\btrigger\(\s*"([a-z-]+)"/g)].map(([, name = ""]) => name));
}

describe("the declaration file", () => {
  it("documents exactly the values known here", () => {
    expect(API_VALUES).toEqual(api.values);
  });

  it.each(Object.keys(API_MEMBERS) as (keyof typeof API_MEMBERS)[])(
    "documents exactly the members of %s known here",
    (name) => {
      expect(API_MEMBERS[name]).toEqual(api.members[name]);
    },
  );

  it("documents exactly the events known here", () => {
    for (const [name, events] of Object.entries(API_EVENTS)) expect(events).toEqual(api.events[name]);
  });

  it("is read with inherited members, without private ones, and interfaces too", () => {
    const dts = `declare class Base { a(): void; private b: string; on(name: 'one'): void; on(name: 'two'): void }
      export class Below extends Base { c: string }
      export interface Shape { d: number }
      export function make(): void; export const limit: number; export type None = string;`;
    const { members, events, values } = readApi(dts);
    expect(members).toEqual({ Base: ["a", "on"], Below: ["a", "c", "on"], Shape: ["d"] });
    expect(events["Base"]).toEqual(["one", "two"]);
    expect(values).toEqual(["Base", "Below", "limit", "make"]);
  });
});

describe("the stand-in", () => {
  it("exports only what the declaration file does", () => {
    expect(Object.keys(obsidian).filter((name) => !api.values.includes(name))).toEqual([]);
  });

  it("tells of every documented event but those it refuses by name", () => {
    const told = toldEvents();
    const untold = Object.values(API_EVENTS)
      .flat()
      .filter((name) => !told.has(name));
    expect(untold.sort()).toEqual(UNTOLD_EVENTS);
  });

  it("has every documented member of plugins, if only to say that it is missing", () => {
    const setByPlugins = ["app", "manifest", "settings", "onExternalSettingsChange"];
    const missing = (api.members["Plugin"] ?? []).filter((name) => !(name in Plugin.prototype));
    expect(missing.filter((name) => !setByPlugins.includes(name))).toEqual([]);
  });
});
