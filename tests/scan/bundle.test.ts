// The file main.js as users get it: what it can reach, what older engines cannot read, and that
// anyone can build the same from the source.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";

/** The inputs of the build. */
const SOURCES = ["src", "esbuild.config.mjs", "package.json", "tsconfig.json"];

/** The globals that the bundle may name: the language, and those of the page that reach nothing outside it. */
const GLOBALS = [
  "Array",
  "BigInt",
  "Boolean",
  "Date",
  "Error",
  "Float64Array",
  "Infinity",
  "Int32Array",
  "Intl",
  "JSON",
  "Map",
  "Math",
  "MouseEvent",
  "NaN",
  "Number",
  "Object",
  "Promise",
  "RegExp",
  "ResizeObserver",
  "Set",
  "String",
  "SyntaxError",
  "Symbol",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "Uint8Array",
  "Uint16Array",
  "Uint32Array",
  "WeakMap",
  "WeakRef",
  "WeakSet",
  "console",
  "crypto",
  "decodeURI",
  "decodeURIComponent",
  "document",
  "encodeURI",
  "encodeURIComponent",
  "isNaN",
  "module",
  "parseFloat",
  "parseInt",
  "performance",
  "require",
  "structuredClone",
  "window",
];

/**
 * Ways to the network, to Node, to text run as code or HTML, and to storage that is not the
 * vault's; whatever object they are asked of.
 */
const FORBIDDEN = [
  "EventSource",
  "Function",
  "RTCPeerConnection",
  "SharedWorker",
  "WebSocket",
  "WebTransport",
  "Worker",
  "XMLHttpRequest",
  "cookie",
  "electron",
  "eval",
  "fetch",
  "importScripts",
  "indexedDB",
  "innerHTML",
  "insertAdjacentHTML",
  "localStorage",
  "outerHTML",
  "requestUrl",
  "sendBeacon",
  "sessionStorage",
  "srcdoc",
];

const code = readFileSync("main.js", "utf8");
const program = ts.createProgram(["main.js"], {
  allowJs: true,
  checkJs: true,
  noLib: true,
  noEmit: true,
  types: [],
  target: ts.ScriptTarget.ESNext,
});
const bundle = program.getSourceFile("main.js")!;

/** "Cannot find name …", in the compiler's several ways of saying it. */
const UNBOUND = new Set([2304, 2552, 2580, 2583, 2584, 2591]);

function unboundNames(): readonly string[] {
  const unbound = program.getSemanticDiagnostics(bundle).filter((one) => UNBOUND.has(one.code));
  return [...new Set(unbound.map(({ start = 0, length = 0 }) => code.slice(start, start + length)))];
}

/** Every node of the bundle. */
function* nodes(node: ts.Node = bundle): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren(bundle)) yield* nodes(child);
}

const all = [...nodes()];

const built: string[] = [];

/** The bundle as built in a folder of its own, which holds nothing but the source. */
function build(name: string): Buffer {
  const folder = join(mkdtempSync(join(tmpdir(), "moc-path-build-")), name);
  built.push(folder);
  for (const path of SOURCES) cpSync(path, join(folder, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  const { status, stderr } = spawnSync(process.execPath, ["esbuild.config.mjs", "production"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  return readFileSync(join(folder, "main.js"));
}

afterAll(() => {
  for (const folder of built) rmSync(join(folder, ".."), { recursive: true, force: true });
});

describe("main.js", () => {
  it("is built the same, byte for byte, wherever and whenever", () => {
    const first = build("one");
    expect(build("another place").equals(first)).toBe(true);
    expect(readFileSync("main.js").equals(first)).toBe(true);
  });

  it("loads only what Obsidian provides", () => {
    const asked = all
      .filter(ts.isCallExpression)
      .filter(
        ({ expression }) => expression.getText(bundle) === "require" || expression.kind === ts.SyntaxKind.ImportKeyword,
      );
    const modules = asked.map(({ arguments: [name] }) => (name && ts.isStringLiteral(name) ? name.text : "computed"));
    expect([...new Set(modules)].sort()).toEqual(["@codemirror/state", "@codemirror/view", "obsidian"]);
  });

  it("names no global but those of the language, the page and the clock", () => {
    expect(unboundNames().filter((name) => !GLOBALS.includes(name))).toEqual([]);
  });

  it("has no way to the network, and holds no address", () => {
    const names = all.filter(ts.isPropertyAccessExpression).map(({ name }) => name.text);
    const strings = all.filter(ts.isStringLiteralLike).map(({ text }) => text);
    expect([...names, ...strings].filter((name) => FORBIDDEN.includes(name))).toEqual([]);
    expect(strings.filter((text) => /^\w+:\/\/\w/.test(text))).toEqual([]);
  });

  it("holds no expression that looks behind, which iOS before 16.4 cannot read", () => {
    const patterns = all
      .filter(
        (node) => ts.isRegularExpressionLiteral(node) || ts.isStringLiteralLike(node) || ts.isTemplateExpression(node),
      )
      .map((node) => node.getText(bundle));
    expect(patterns.filter((text) => /\(\?<[=!]/.test(text))).toEqual([]);
  });
});
