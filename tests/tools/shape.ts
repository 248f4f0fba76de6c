// `npm run --silent shape -- [FOLDER]`: figures on the shape of the source, to be compared with those of other
// projects.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const LONG = 120;

interface Shape {
  readonly lines: number;
  readonly longLines: number;
  /** The lengths of all functions, in lines. */
  readonly functions: readonly number[];
  /** Functions that only call another of their name: `path:line name`. */
  readonly passThroughs: readonly string[];
}

function sourceOf(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
}

/** The expression that a function consists of, as its value or its one statement; null where there is more. */
function onlyExpression(body: ts.Node | undefined): ts.Expression | null {
  if (!body) return null;
  if (!ts.isBlock(body)) return body as ts.Expression;
  const [only, more] = body.statements;
  if (!only || more) return null;
  return ts.isReturnStatement(only) || ts.isExpressionStatement(only) ? (only.expression ?? null) : null;
}

/** True if a function or method does nothing but call another of its name. */
function isPassThrough(node: ts.FunctionLikeDeclaration, name: string): boolean {
  let only = onlyExpression(node.body);
  if (only && ts.isVoidExpression(only)) only = only.expression;
  if (only && ts.isAwaitExpression(only)) only = only.expression;
  const called = only && ts.isCallExpression(only) ? only.expression : null;
  return called !== null && ts.isPropertyAccessExpression(called) && called.name.text === name;
}

function nameOf(node: ts.FunctionLikeDeclaration): string | null {
  const named =
    node.name ??
    (ts.isPropertyAssignment(node.parent) || ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named?.getText() ?? null;
}

function shapeOf(paths: readonly string[]): Shape {
  let [lines, longLines] = [0, 0];
  const functions: number[] = [];
  const passThroughs: string[] = [];
  for (const path of paths) {
    const source = sourceOf(path);
    const written = source.text.split("\n");
    lines += written.length;
    longLines += written.filter((line) => line.length > LONG).length;
    const lineOf = (offset: number): number => source.getLineAndCharacterOfPosition(offset).line + 1;
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && "body" in node && node.body) {
        functions.push(lineOf(node.end) - lineOf(node.getStart()) + 1);
        const name = nameOf(node);
        if (name !== null && isPassThrough(node, name)) passThroughs.push(`${path}:${lineOf(node.getStart())} ${name}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { lines, longLines, functions: functions.sort((a, b) => a - b), passThroughs };
}

const root = process.argv[2] ?? "src";
const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .map((path) => join(root, path));
const { lines, longLines, functions, passThroughs } = shapeOf(paths);
const at = (share: number): number =>
  functions[Math.min(functions.length - 1, Math.floor(functions.length * share))] ?? 0;
console.log(`files                        ${paths.length}`);
console.log(`lines                        ${lines}`);
console.log(`functions                    ${functions.length}`);
console.log(`function, median / p90 / max ${at(0.5)} / ${at(0.9)} / ${at(1)}`);
console.log(`lines per function           ${(lines / functions.length).toFixed(1)}`);
console.log(`lines over ${LONG} characters     ${longLines}`);
console.log(`same-name pass-throughs      ${passThroughs.length}`);
for (const one of passThroughs) console.log(`  ${one}`);
