// Bundles src/main.ts into main.js as Obsidian loads it. `production` minifies once;
// without it the bundle is rebuilt, with a source map, on every change.
import { readdirSync, readFileSync } from "node:fs";
import esbuild from "esbuild";
import ts from "typescript";

const production = process.argv[2] === "production";

/** What Obsidian itself provides to plugins at run time; bundling a second copy would break them. */
const provided = ["obsidian", "electron", "@codemirror/*", "@lezer/*"];

/** Every file of src, parsed. */
function sources() {
  const paths = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  return paths.sort().map((path) => parsed(`src/${path}`));
}

function parsed(path) {
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
}

/** Whether an identifier names a member of a class, a property of a type or an object, or one that is taken out of an object. */
function isPropertyName(node) {
  const { parent } = node;
  if (ts.isBindingElement(parent)) return ts.isObjectBindingPattern(parent.parent) && (parent.propertyName ?? parent.name) === node;
  return parent.name === node && (isOfClass(parent) || ts.isTypeElement(parent) || ts.isObjectLiteralElementLike(parent));
}

function isOfClass(node) {
  return (ts.isClassElement(node) && ts.isClassLike(node.parent)) || ts.isParameterPropertyDeclaration(node, node.parent);
}

/** Every property that TypeScript's libraries, Obsidian or CodeMirror declare. */
function namesOutside() {
  const library = readdirSync("node_modules/typescript/lib").filter((name) => /^lib\.(?:dom|es\d).*\.d\.ts$/.test(name));
  const files = ["obsidian/obsidian.d.ts", "@codemirror/view/dist/index.d.ts", "@codemirror/state/dist/index.d.ts", ...library.map((name) => `typescript/lib/${name}`)];
  const names = new Set();
  const visit = (node) => {
    if (ts.isIdentifier(node) && (isPropertyName(node) || (ts.isVariableDeclaration(node.parent) && node.parent.name === node))) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  for (const path of files) visit(parsed(`node_modules/${path}`));
  return names;
}

/**
 * The names, but for those of the API, that only members of our own classes and methods of our own interfaces bear: neither data, which may be saved or handed out,
 * nor anything outside. Shortened, they save users a fifteenth of the bundle at each start, and nobody can tell.
 */
function namesOfMembers() {
  const [members, methods, others, used] = [new Set(), new Set(), namesOutside(), new Set()];
  const groupOf = ({ parent }) => {
    if (parent.getSourceFile().fileName === "src/api.ts") return others;
    if (isOfClass(parent)) return members;
    if (ts.isMethodSignature(parent)) return methods;
    return ts.isTypeElement(parent) ? others : used;
  };
  const visit = (node) => {
    const isOfThis = ts.isBindingElement(node.parent ?? node) && node.parent.parent.parent.initializer?.kind === ts.SyntaxKind.ThisKeyword;
    if (ts.isIdentifier(node) && isPropertyName(node) && !isOfThis) groupOf(node).add(node.text);
    ts.forEachChild(node, visit);
  };
  for (const source of sources()) visit(source);
  // An object's property is known to be a method where an interface says so.
  const isMethod = (name) => methods.has(name) || (members.has(name) && !used.has(name));
  return [...new Set([...members, ...methods])].filter((name) => isMethod(name) && !others.has(name)).sort();
}

/** Takes each thing that the app provides out of its module once, under a name that can be short. */
const providedOnce = {
  name: "provided-once",
  setup(build) {
    build.onResolve({ filter: /^(?:obsidian|@codemirror\/.*)$/ }, ({ path, namespace }) => (namespace === "provided" ? { path, external: true } : { path, namespace: "provided" }));
    build.onLoad({ filter: /.*/, namespace: "provided" }, ({ path }) => ({ contents: `const all = require("${path}");\nexport const ${importedFrom(path).map((name) => `${name} = all.${name}`).join(", ")};` }));
  },
};

/** The names of values that src imports from a module. */
function importedFrom(module) {
  const names = sources().flatMap(({ statements }) =>
    statements.filter((one) => ts.isImportDeclaration(one) && one.moduleSpecifier.text === module && !one.importClause.isTypeOnly).flatMap(({ importClause }) => importClause.namedBindings.elements.filter(({ isTypeOnly }) => !isTypeOnly)),
  );
  return [...new Set(names.map(({ propertyName, name }) => (propertyName ?? name).text))].sort();
}

/** @type {esbuild.BuildOptions} */
export const options = {
  entryPoints: ["src/main.ts"],
  outfile: "main.js",
  bundle: true,
  format: "cjs",
  // The oldest engines that run Obsidian 1.13: installer 1.5.8 (Chromium 120) and iOS 16.4.
  target: ["chrome120", "ios16.4"],
  external: provided,
  minify: production,
  plugins: [providedOnce],
  ...(production && { mangleProps: new RegExp(`^(?:${namesOfMembers().join("|")})$`) }),
  sourcemap: production ? false : "inline",
  treeShaking: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "info",
};

if (production) await esbuild.build(options);
else await (await esbuild.context(options)).watch();
