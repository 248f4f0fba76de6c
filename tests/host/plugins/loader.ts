// Loads a plugin's built main.js as the app does: as CommonJS, with `require` for what the app provides.
import * as commands from "@codemirror/commands";
import * as language from "@codemirror/language";
import * as search from "@codemirror/search";
import * as state from "@codemirror/state";
import * as view from "@codemirror/view";
import type { PluginManifest } from "obsidian";
import type { App } from "../app";
import { apiVersion, requireApiVersion } from "../platform";
import { API_VALUES } from "../strict/api-members";
import { guard } from "../strict/guard";
import { Plugin } from "./plugin";

/** The module `obsidian` as a plugin may see it: a name it does not have throws. */
export function strictModule(module: Readonly<Record<string, unknown>>): object {
  return new Proxy(module, {
    get(target, name): unknown {
      if (typeof name !== "string" || name in target || name === "__esModule" || name === "default")
        return Reflect.get(target, name);
      throw new Error(
        API_VALUES.includes(name)
          ? `"${name}" is not part of the stand-in app yet.`
          : `"${name}" is not in obsidian.d.ts.`,
      );
    },
  });
}

const PROVIDED: Readonly<Record<string, object>> = {
  "@codemirror/commands": commands,
  "@codemirror/language": language,
  "@codemirror/search": search,
  "@codemirror/state": state,
  "@codemirror/view": view,
};

/** The modules that the real app provides besides. */
const PROVIDED_LATER: readonly string[] = [
  "@codemirror/autocomplete",
  "@codemirror/collab",
  "@codemirror/lint",
  "@lezer/common",
  "@lezer/highlight",
  "@lezer/lr",
  "electron",
];

/** The answer to `require` in a plugin: the app's own modules and nothing else. */
function provide(name: string, obsidian: Readonly<Record<string, unknown>>): object {
  const provided = name === "obsidian" ? strictModule(obsidian) : PROVIDED[name];
  if (provided) return provided;
  throw new Error(
    PROVIDED_LATER.includes(name)
      ? `"${name}" is not part of the stand-in app yet.`
      : `The app does not provide "${name}".`,
  );
}

type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

function isPluginClass(value: unknown): value is PluginClass {
  return typeof value === "function" && value.prototype instanceof Plugin;
}

/** Evaluates main.js and makes the plugin it exports. Throws if that is no plugin or needs a newer app. */
export function instantiate(
  app: App,
  manifest: PluginManifest,
  code: string,
  obsidian: Readonly<Record<string, unknown>>,
): Plugin {
  if (!requireApiVersion(manifest.minAppVersion)) {
    throw new Error(`${manifest.name} needs version ${manifest.minAppVersion} of the app; this is ${apiVersion}.`);
  }
  const module: { exports: unknown } = { exports: {} };
  const require = (name: string): object => provide(name, obsidian);
  // The app evaluates plugins in the window's own scope; an indirect eval is the same.
  const evaluate = window.eval;
  const run = evaluate(`(function (require, module, exports) {${code}\n})\n//# sourceURL=plugin:${manifest.id}`) as (
    ...args: unknown[]
  ) => void;
  run(require, module, module.exports);
  const exported = (module.exports as { default?: unknown }).default ?? module.exports;
  if (!isPluginClass(exported)) throw new Error(`${manifest.id} does not export a plugin.`);
  return new exported(guard(app), manifest);
}
