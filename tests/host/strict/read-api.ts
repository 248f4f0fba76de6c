// Reads obsidian.d.ts: which members its classes document, and what the module exports.
import ts from "typescript";

/** Member names of each class with those it inherits. */
export type ApiMembers = Readonly<Record<string, readonly string[]>>;

export interface Api {
  readonly members: ApiMembers;
  /** The values the module exports: classes, functions, constants. Types are none. */
  readonly values: readonly string[];
}

interface ClassFacts {
  readonly own: readonly string[];
  readonly base: string | null;
}

function nameOf(member: ts.ClassElement): string[] {
  const isPrivate = ts.canHaveModifiers(member) && ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
  return member.name && !isPrivate ? [member.name.getText()] : [];
}

function factsOf(node: ts.ClassDeclaration): ClassFacts {
  const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression.getText();
  return { own: node.members.flatMap(nameOf), base: base ?? null };
}

function withInherited(name: string, classes: ReadonlyMap<string, ClassFacts>): readonly string[] {
  const facts = classes.get(name);
  if (!facts) return [];
  return [...new Set([...facts.own, ...(facts.base === null ? [] : withInherited(facts.base, classes))])].sort();
}

function valuesOf(statement: ts.Statement): string[] {
  if (ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isEnumDeclaration(statement)) {
    return statement.name ? [statement.name.text] : [];
  }
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
  return [];
}

/** What a declaration file says. */
export function readApi(dts: string): Api {
  const source = ts.createSourceFile("obsidian.d.ts", dts, ts.ScriptTarget.Latest, true);
  const classes = new Map<string, ClassFacts>();
  const values: string[] = [];
  for (const statement of source.statements) {
    if (ts.isClassDeclaration(statement) && statement.name) classes.set(statement.name.text, factsOf(statement));
    values.push(...valuesOf(statement));
  }
  const members = Object.fromEntries([...classes.keys()].map((name) => [name, withInherited(name, classes)]));
  return { members, values: [...new Set(values)].sort() };
}
