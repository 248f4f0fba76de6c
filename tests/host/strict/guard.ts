// The app as a plugin may see it: only what obsidian.d.ts documents. Anything else throws with its name,
// since it would work here by accident and break in the real app.
import type { App } from "../app";
import { API_EVENTS, API_MEMBERS } from "./api-members";

type GuardedClass = keyof typeof API_MEMBERS;

/** Members that are guarded in turn, and their documented classes. */
const PARTS: Readonly<Record<string, GuardedClass>> = {
  "App.vault": "Vault",
  "App.workspace": "Workspace",
  "App.metadataCache": "MetadataCache",
  "App.fileManager": "FileManager",
  "Vault.adapter": "DataAdapter",
};

/** Documented events that nothing here tells of yet: waiting for them would be waiting for ever. */
export const UNTOLD_EVENTS: readonly string[] = ["editor-drop", "editor-paste", "url-menu"];

/** Names that the language and test tools ask any object for. */
const NEUTRAL: ReadonlySet<string> = new Set([
  "then",
  "constructor",
  "toJSON",
  "nodeType",
  "asymmetricMatch",
  "$$typeof",
  "hasOwnProperty",
  "toString",
  "valueOf",
]);

const guarded = new WeakMap<object, object>();
const originals = new WeakMap<object, object>();

/** Members that no documentation has, but that plugins have used unchanged for years, each by an adapter of its own. */
const KNOWN_ALL_THE_SAME: ReadonlySet<string> = new Set(["App.setting"]);

function check(className: GuardedClass, target: object, member: string): void {
  if (NEUTRAL.has(member) || KNOWN_ALL_THE_SAME.has(`${className}.${member}`)) return;
  const documented: readonly string[] = API_MEMBERS[className];
  if (!documented.includes(member)) throw new Error(`${className}.${member} is not in obsidian.d.ts.`);
  if (!(member in target)) throw new Error(`${className}.${member} is not part of the stand-in app yet.`);
}

function checkEvent(className: GuardedClass, name: unknown): void {
  const event = `The event "${String(name)}" of ${className}`;
  if (!API_EVENTS[className]?.includes(String(name))) throw new Error(`${event} is not in obsidian.d.ts.`);
  if (UNTOLD_EVENTS.includes(String(name))) throw new Error(`${event} is not part of the stand-in app yet.`);
}

/** A method for plugins to call: of its own object, and subscribing only to events that there are. */
function bind(object: object, method: (...args: unknown[]) => unknown, className: GuardedClass): unknown {
  return (...args: unknown[]): unknown => {
    if (method.name === "on") checkEvent(className, args[0]);
    return method.apply(object, args);
  };
}

function isMethod(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === "function";
}

function wrap<T extends object>(target: T, className: GuardedClass): T {
  const known = guarded.get(target);
  if (known) return known as T;
  // By the method: one that somebody has patched since is another.
  const bound = new Map<unknown, unknown>();
  const proxy = new Proxy(target, {
    get(object, member): unknown {
      if (typeof member === "string") check(className, object, member);
      const value: unknown = Reflect.get(object, member, object);
      const part = PARTS[`${className}.${String(member)}`];
      if (part && typeof value === "object" && value !== null) return wrap(value, part);
      if (!isMethod(value) || member === "constructor") return value;
      if (!bound.has(value)) bound.set(value, bind(object, value, className));
      return bound.get(value);
    },
    set(object, member, value): boolean {
      if (typeof member === "string") check(className, object, member);
      return Reflect.set(object, member, value, object);
    },
  });
  guarded.set(target, proxy);
  originals.set(proxy, target);
  return proxy;
}

/** The app with only its documented members; the same object every time. */
export function guard(app: App): App {
  return originals.has(app) ? app : wrap(app, "App");
}

/** The app behind a guarded one. */
export function unguarded(app: App): App {
  return (originals.get(app) as App | undefined) ?? app;
}
