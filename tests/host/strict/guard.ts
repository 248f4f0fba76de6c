// The app as a plugin may see it: only what obsidian.d.ts documents. Anything else throws with its name,
// since it would work here by accident and break in the real app.
import type { App } from "../app";
import { API_MEMBERS } from "./api-members";

type GuardedClass = keyof typeof API_MEMBERS;

/** The app's members that are guarded in turn, and their documented classes. */
const PARTS: Readonly<Record<string, GuardedClass>> = {
  vault: "Vault",
  workspace: "Workspace",
  metadataCache: "MetadataCache",
  fileManager: "FileManager",
};

/** Names that the language and test tools ask any object for. */
const NEUTRAL: ReadonlySet<string> = new Set(["then", "constructor", "toJSON", "nodeType", "asymmetricMatch", "$$typeof", "hasOwnProperty", "toString", "valueOf"]);

const guarded = new WeakMap<object, object>();
const originals = new WeakMap<object, object>();

function check(className: GuardedClass, target: object, member: string): void {
  if (NEUTRAL.has(member)) return;
  const documented: readonly string[] = API_MEMBERS[className];
  if (!documented.includes(member)) throw new Error(`${className}.${member} is not in obsidian.d.ts.`);
  if (!(member in target)) throw new Error(`${className}.${member} is not part of the stand-in app yet.`);
}

function wrap<T extends object>(target: T, className: GuardedClass): T {
  const known = guarded.get(target);
  if (known) return known as T;
  const bound = new Map<string | symbol, unknown>();
  const proxy = new Proxy(target, {
    get(object, member): unknown {
      if (typeof member === "string") check(className, object, member);
      const value: unknown = Reflect.get(object, member, object);
      const part = className === "App" && typeof member === "string" ? PARTS[member] : undefined;
      if (part && typeof value === "object" && value !== null) return wrap(value, part);
      if (typeof value !== "function" || member === "constructor") return value;
      if (!bound.has(member)) bound.set(member, value.bind(object));
      return bound.get(member);
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
