// The wall between layers, and the absence of cycles: who may import whom, type-only imports included.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** The folders of src, and the packages, that each layer may import. Itself is always allowed. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ["type:obsidian"],
  index: ["core"],
  progress: ["core", "index", "csv42"],
  i18n: ["type:core"],
  settings: ["core", "progress", "i18n", "obsidian"],
  actions: ["core", "index", "progress", "i18n", "type:settings", "type:obsidian"],
  obsidian: ["core", "index", "progress", "type:actions", "type:settings", "obsidian"],
  editor: ["core", "i18n", "obsidian", "@codemirror/state", "@codemirror/view"],
  ui: ["core", "index", "progress", "actions", "i18n", "type:settings", "obsidian"],
  api: ["type:core"],
  commands: ["core", "index", "progress", "actions", "i18n", "ui", "type:api", "obsidian"],
  features: [
    "core",
    "index",
    "progress",
    "actions",
    "i18n",
    "obsidian",
    "ui",
    "commands",
    "settings",
    "type:api",
    "editor",
    "folder:obsidian",
  ],
  main: ["features", "ui", "commands", "settings", "type:api", "obsidian", "folder:obsidian"],
};

/** The rooms, folders within a layer, that each room may look into beside itself. Other layers have none. */
const ROOMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  core: {
    base: [],
    notation: ["base"],
    read: ["base", "notation"],
    roadmap: ["base", "notation", "read"],
    edit: ["base", "notation", "read", "roadmap"],
    upkeep: ["base", "notation", "read", "roadmap", "edit"],
  },
  ui: {
    widgets: [],
    dialogs: ["widgets"],
    tree: ["widgets"],
    check: ["widgets", "dialogs"],
    note: ["widgets", "dialogs"],
    // The sidebar is made of a tree and what stands around it.
    sidebar: ["widgets", "dialogs", "tree"],
  },
};

/** Layers that know neither the page nor the clock. */
const PURE = ["core", "index", "progress", "i18n"];
const IMPURE =
  /\b(?:document|window|setTimeout|setInterval|requestAnimationFrame|HTMLElement|localStorage|Date\.now|Math\.random)\b/;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

function importsOf(path: string): readonly Import[] {
  const source = ts.createSourceFile(path, readFileSync(join("src", path), "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !(ts.isExportDeclaration(statement) && statement.moduleSpecifier))
      return [];
    const name = (statement.moduleSpecifier as ts.StringLiteral).text;
    const to = name.startsWith(".") ? `${normalize(join(dirname(path), name)).replaceAll("\\", "/")}.ts` : name;
    const isType = ts.isImportDeclaration(statement) && isTypeOnly(statement);
    return [{ from: path, to, isType }];
  });
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const bindings = importClause.namedBindings;
  return (
    !importClause.name &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every((one) => one.isTypeOnly)
  );
}

const imports = files.flatMap(importsOf);

function layerOf(path: string): string {
  return path.includes("/") ? (path.split("/")[0] ?? "") : path.replace(/\.ts$/, "");
}

/** The folder within its layer that a file lies in; null where it lies at the layer's top. */
function roomOf(path: string): string | null {
  const [, room, file] = path.split("/");
  return file === undefined ? null : (room ?? null);
}

function isAllowedInLayer({ from, to }: Import): boolean {
  const rooms = ROOMS[layerOf(from)];
  const [room, other] = [roomOf(from), roomOf(to)];
  if (!rooms || room === other) return true;
  return room !== null && other !== null && rooms[room]?.includes(other) === true;
}

function isAllowed({ from, to, isType }: Import): boolean {
  const layer = layerOf(from);
  const isPackage = !files.includes(to);
  const target = isPackage ? to : layerOf(to);
  if (!isPackage && target === layer) return true;
  const name = !isPackage && target === "obsidian" ? "folder:obsidian" : target;
  const allowed = MAY_IMPORT[layer] ?? [];
  return allowed.includes(name) || (isType && allowed.includes(`type:${name}`));
}

/** A chain of files that import each other in a circle; null where there is none. */
function findCycle(): readonly string[] | null {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const { to } of imports.filter(({ from }) => from === path)) {
      const cycle = files.includes(to) ? visit(to, [...trail, path]) : null;
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  return files.map((path) => visit(path, [])).find((cycle) => cycle !== null) ?? null;
}

/** The names of a file's exports that live at run time. A type may be exported only to be written in a signature. */
function exportedValues(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name
      ? [statement.name.text]
      : [];
  });
}

/** The names that files import, as `file name`. */
function namesImported(root: string): readonly string[] {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(root, path));
  return paths.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/^import (?:type )?\{([^}]*)\} from "(\.[^"]*)";$/gm)].flatMap(
      ([, names = "", from = ""]) =>
        names
          .split(",")
          .map(
            (name) =>
              `${normalize(join(dirname(path), from)).replaceAll("\\", "/")}.ts ${name.trim().replace(/^type | as .*$/g, "")}`,
          ),
    ),
  );
}

/** Functions with their lengths in lines. */
function functionsOf(path: string): readonly { readonly at: string; readonly lines: number }[] {
  const source = ts.createSourceFile(path, readFileSync(join("src", path), "utf8"), ts.ScriptTarget.Latest, true);
  const found: { at: string; lines: number }[] = [];
  const lineOf = (offset: number): number => source.getLineAndCharacterOfPosition(offset).line;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node))
      found.push({
        at: `${path}:${lineOf(node.getStart()) + 1}`,
        lines: lineOf(node.end) - lineOf(node.getStart()) + 1,
      });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe("the source", () => {
  it("has only the layers that are named here", () => {
    expect(new Set(files.map(layerOf))).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  it("imports only what its layer may", () => {
    const wrong = imports.filter((one) => !isAllowed(one)).map(({ from, to }) => `${from} -> ${to}`);
    expect(wrong).toEqual([]);
  });

  it("has only the rooms that are named here, and none of them looks where it may not", () => {
    const roomed = files.filter((path) => roomOf(path) !== null);
    const named = Object.entries(ROOMS).flatMap(([layer, rooms]) =>
      Object.keys(rooms).map((room) => `${layer}/${room}`),
    );
    expect(new Set(roomed.map((path) => `${layerOf(path)}/${roomOf(path)}`))).toEqual(new Set(named));
    expect(files.filter((path) => layerOf(path) in ROOMS && roomOf(path) === null)).toEqual([]);
    const within = imports.filter(({ from, to }) => files.includes(to) && layerOf(from) === layerOf(to));
    expect(within.filter((one) => !isAllowedInLayer(one)).map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it("resolves every relative import to a file", () => {
    expect(imports.filter(({ to }) => to.endsWith(".ts") && !files.includes(to))).toEqual([]);
  });

  it("has no cycles", () => {
    expect(findCycle()).toBeNull();
  });

  it("knows neither page nor clock below the adapters", () => {
    const code = (path: string): string =>
      readFileSync(join("src", path), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(files.filter((path) => PURE.includes(layerOf(path)) && IMPURE.test(code(path)))).toEqual([]);
  });

  it("opens each file with a comment on what it answers, and names files in kebab-case", () => {
    for (const path of files) {
      expect(readFileSync(join("src", path), "utf8"), path).toMatch(/^\/\/ [A-Z`]/);
      expect(path).toMatch(/^(?:[a-z0-9]+\/){0,2}[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/);
    }
  });

  it("is made of short functions and files", () => {
    const functions = files.flatMap(functionsOf).sort((a, b) => a.lines - b.lines);
    expect(functions.filter(({ lines }) => lines > 60).map(({ at }) => at)).toEqual([]);
    expect(functions[Math.floor(functions.length * 0.9)]?.lines).toBeLessThanOrEqual(25);
    // The words of the interface are a list, and as long as that is.
    const code = files.filter((path) => layerOf(path) !== "i18n");
    expect(code.filter((path) => readFileSync(join("src", path), "utf8").split("\n").length > 320)).toEqual([]);
  });

  it("exports no value that no other file names", () => {
    const imported = new Set([...namesImported("src"), ...namesImported("tests")]);
    const exported = files
      .filter((path) => path !== "main.ts")
      .flatMap((path) => exportedValues(`src/${path}`).map((name) => `src/${path} ${name}`));
    expect(exported.length).toBeGreaterThan(100);
    expect(exported.filter((one) => !imported.has(one))).toEqual([]);
  });

  it("opens tests and tools with a comment too, but those whose names say all", () => {
    const open = (path: string): boolean =>
      /^(?:\/\/ @vitest-environment .*\n)?\/[/*]/.test(readFileSync(path, "utf8"));
    const others = readdirSync("tests", { recursive: true, encoding: "utf8" }).filter(
      (path) => /\.(?:ts|mjs|mts)$/.test(path) && !/\.test\.ts$/.test(path),
    );
    expect(others.filter((path) => !open(join("tests", path)))).toEqual([]);
  });

  it("is imported by nobody at its top", () => {
    expect(imports.filter(({ to }) => to === "main.ts")).toEqual([]);
  });
});
