// Bundles src/main.ts into main.js as Obsidian loads it. `production` minifies once;
// without it the bundle is rebuilt, with a source map, on every change.
import { readdirSync, readFileSync } from "node:fs";
import esbuild from "esbuild";
import ts from "typescript";

const production = process.argv[2] === "production";

/** What Obsidian itself provides to plugins at run time; bundling a second copy would break them. */
const provided = ["obsidian", "electron", "@codemirror/*", "@lezer/*"];

/** Whether an identifier names a member of a class, a property of a type or an object, or one that is taken out of an object. */
function isPropertyName(node) {
  const { parent } = node;
  if (ts.isBindingElement(parent)) return ts.isObjectBindingPattern(parent.parent) && (parent.propertyName ?? parent.name) === node;
  return parent.name === node && (isOfClass(parent) || ts.isTypeElement(parent) || ts.isObjectLiteralElementLike(parent));
}

function isOfClass(node) {
  return (ts.isClassElement(node) && ts.isClassLike(node.parent)) || ts.isParameterPropertyDeclaration(node, node.parent);
}

/** Every name, but for comments, in what TypeScript, Obsidian and CodeMirror declare. */
function namesOutside() {
  const library = readdirSync("node_modules/typescript/lib").filter((name) => /^lib\.(?:dom|es\d).*\.d\.ts$/.test(name));
  const files = ["obsidian/obsidian.d.ts", "@codemirror/view/dist/index.d.ts", "@codemirror/state/dist/index.d.ts", ...library.map((name) => `typescript/lib/${name}`)];
  return new Set(files.flatMap((path) => readFileSync(`node_modules/${path}`, "utf8").replace(/\/\*[^]*?\*\/|\/\/.*/g, "").match(/\b[A-Za-z_]\w+\b/g) ?? []));
}

/**
 * The names that members of our own classes bear and nothing else does, neither a type or an object of src, which may be saved or handed
 * out, nor anything outside. Shortened, they save users a fifteenth of the bundle at each start, and nobody can tell.
 */
function namesOfMembers() {
  const [members, others] = [new Set(), namesOutside()];
  const visit = (node) => {
    const isOfThis = ts.isBindingElement(node.parent ?? node) && node.parent.parent.parent.initializer?.kind === ts.SyntaxKind.ThisKeyword;
    if (ts.isIdentifier(node) && isPropertyName(node) && !isOfThis) (isOfClass(node.parent) ? members : others).add(node.text);
    ts.forEachChild(node, visit);
  };
  for (const path of readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
    visit(ts.createSourceFile(path, readFileSync(`src/${path}`, "utf8"), ts.ScriptTarget.Latest, true));
  }
  return [...members].filter((name) => !others.has(name)).sort();
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
  ...(production && { mangleProps: new RegExp(`^(?:${namesOfMembers().join("|")})$`) }),
  sourcemap: production ? false : "inline",
  treeShaking: true,
  legalComments: "none",
  charset: "utf8",
  logLevel: "info",
};

if (production) await esbuild.build(options);
else await (await esbuild.context(options)).watch();
