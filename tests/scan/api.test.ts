// Every member of Obsidian's API that the source names, overrides or passes as an option is
// documented, and is no newer than minAppVersion.
// (The official lint rule does not look at options, overrides and types.)
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, it } from "vitest";

const { minAppVersion } = JSON.parse(readFileSync("manifest.json", "utf8")) as { readonly minAppVersion: string };
const paths = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => `src/${path}`);
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path)).config,
  ts.sys,
  ".",
);
const program = ts.createProgram(paths, options);
const checker = program.getTypeChecker();

/** The version that a declaration of Obsidian's names; null if it names none, undefined if it is not Obsidian's. */
function since(symbol: ts.Symbol | undefined): string | null | undefined {
  const declared = symbol?.declarations?.find((one) =>
    one.getSourceFile().fileName.endsWith("/obsidian/obsidian.d.ts"),
  );
  if (!declared) return undefined;
  const tag = ts.getJSDocTags(declared).find(({ tagName }) => tagName.text === "since");
  return ts.getTextOfJSDocComment(tag?.comment) ?? null;
}

/** The symbols a name stands for, through imports; for a member of ours, also the one it overrides or fills in. */
function meant(name: ts.Identifier): readonly (ts.Symbol | undefined)[] {
  const symbol = checker.getSymbolAtLocation(name);
  const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return [target, overridden(name)];
}

function overridden(name: ts.Identifier): ts.Symbol | undefined {
  const { parent } = name;
  if (ts.isClassElement(parent) && ts.isClassLike(parent.parent)) {
    const types = (parent.parent.heritageClauses ?? []).flatMap((clause) => clause.types);
    return types
      .map((type) => checker.getTypeAtLocation(type).getProperty(name.text))
      .find((symbol) => symbol !== undefined);
  }
  if (!ts.isObjectLiteralElementLike(parent) || !ts.isObjectLiteralExpression(parent.parent)) return undefined;
  return checker.getContextualType(parent.parent)?.getProperty(name.text);
}

function* identifiers(node: ts.Node): Generator<ts.Identifier> {
  if (ts.isIdentifier(node)) yield node;
  for (const child of node.getChildren()) yield* identifiers(child);
}

/** Each name of Obsidian's API in the source, with its version: the latest where several things bear it. */
function usedApi(): ReadonlyMap<string, string | null> {
  const used = new Map<string, string | null>();
  for (const path of paths) {
    const source = program.getSourceFile(path);
    for (const name of source ? identifiers(source) : []) {
      for (const version of meant(name).map(since)) {
        if (version !== undefined && isNewer(version, used.get(name.text) ?? "")) used.set(name.text, version);
        else if (version === null && !used.has(name.text)) used.set(name.text, null);
      }
    }
  }
  return used;
}

/** True if a version is later than another, by its numbers. */
const isNewer = (version: string | null, than: string): boolean =>
  version !== null && version.localeCompare(than, "en", { numeric: true }) > 0;
const newerThan = (version: string): readonly string[] =>
  [...used].filter(([, from]) => isNewer(from, version)).map(([name]) => name);
const used = usedApi();

it("uses nothing that is newer than minAppVersion", () => {
  expect(newerThan(minAppVersion)).toEqual([]);
});

it("would find what is newer: a class, a method, an override and an option", () => {
  expect([...used.keys()]).toEqual(expect.arrayContaining(["ItemView", "process", "getViewType", "checkCallback"]));
  expect(newerThan("1.5.0")).toContain("getFileByPath");
  expect(newerThan("0.9.0")).toEqual(expect.arrayContaining(["ItemView", "onOpen"]));
});
