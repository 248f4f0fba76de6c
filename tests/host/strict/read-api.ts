// Reads obsidian.d.ts: which members its classes and interfaces document, which events they tell of, and what the
// module exports.
import ts from "typescript";

/** Names, sorted, by the class or interface they belong to. */
export type NamesByType = Readonly<Record<string, readonly string[]>>;

export interface Api {
  /** Members, with those inherited. */
  readonly members: NamesByType;
  /** The names that an overload of `on` takes. */
  readonly events: NamesByType;
  /** The values the module exports: classes, functions, constants. Types are none. */
  readonly values: readonly string[];
}

interface TypeFacts {
  readonly own: readonly string[];
  readonly base: string | null;
  readonly events: readonly string[];
}

type Declared = ts.ClassDeclaration | ts.InterfaceDeclaration;

function nameOf(member: ts.ClassElement | ts.TypeElement): string[] {
  const isPrivate =
    ts.canHaveModifiers(member) && ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
  return member.name && !isPrivate ? [member.name.getText()] : [];
}

function eventOf(member: ts.ClassElement | ts.TypeElement): string[] {
  if (!ts.isMethodDeclaration(member) || member.name.getText() !== "on") return [];
  const type = member.parameters[0]?.type;
  return type && ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [];
}

function factsOf(node: Declared): TypeFacts {
  const base = node.heritageClauses
    ?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
    ?.types[0]?.expression.getText();
  const members: readonly (ts.ClassElement | ts.TypeElement)[] = node.members;
  return { own: members.flatMap(nameOf), base: base ?? null, events: members.flatMap(eventOf).sort() };
}

function withInherited(name: string, types: ReadonlyMap<string, TypeFacts>): readonly string[] {
  const facts = types.get(name);
  if (!facts) return [];
  return [...new Set([...facts.own, ...(facts.base === null ? [] : withInherited(facts.base, types))])].sort();
}

function valuesOf(statement: ts.Statement): string[] {
  if (ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isEnumDeclaration(statement)) {
    return statement.name ? [statement.name.text] : [];
  }
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  return [];
}

/** The contents of a declaration file. */
export function readApi(dts: string): Api {
  const source = ts.createSourceFile("obsidian.d.ts", dts, ts.ScriptTarget.Latest, true);
  const types = new Map<string, TypeFacts>();
  const values: string[] = [];
  for (const statement of source.statements) {
    if (ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement))
      types.set(statement.name?.text ?? "", factsOf(statement));
    values.push(...valuesOf(statement));
  }
  return {
    members: Object.fromEntries([...types.keys()].map((name) => [name, withInherited(name, types)])),
    events: Object.fromEntries([...types].map(([name, { events }]) => [name, events])),
    values: [...new Set(values)].sort(),
  };
}
