// Checks a map in a vault of given texts, as the app would, and shows what was found in lines that can be compared.
import { applyEdits } from "../../../src/core/edit/apply-edits";
import type { Finding, FindingKind } from "../../../src/core/upkeep/finding";
import { en } from "../../../src/i18n/en";
import type { FileSource } from "../../../src/index/ports";
import { editsOfFix } from "../../../src/index/ready-fixes";
import { LinkIndex } from "../../host/cache/link-index";
import { parseMetadata } from "../../host/metadata/parse";
import { findingsIn } from "../../tools/vault-findings";

/** Texts by path; files that are no notes have any. */
export type Texts = Readonly<Record<string, string>>;

/** A vault that holds just these files. */
export function vaultOf(texts: Texts): FileSource {
  const files = Object.keys(texts);
  const links = new LinkIndex();
  for (const path of files) links.add(path);
  const notes = files.filter((path) => path.endsWith(".md"));
  const folders = new Set(files.flatMap((path) => foldersAbove(path)));
  const caches = new Map(notes.map((path) => [path, parseMetadata(texts[path] ?? "")]));
  return {
    notes: () => notes,
    files: () => files,
    cacheOf: (path) => caches.get(path) ?? null,
    read: (path) => Promise.resolve(texts[path] ?? ""),
    resolve: (linkpath, sourcePath) => links.resolve(linkpath, sourcePath),
    isFolder: (path) => folders.has(path),
  };
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** Empty notes of these names, in words parted by spaces. */
export function notesCalled(names: string): Texts {
  return Object.fromEntries(names.split(" ").map((name) => [`${name}.md`, `# ${name}\n`]));
}

/** All findings of one kind about `Map MOC.md`, or about all maps. */
export async function found(
  kind: FindingKind,
  texts: Texts,
  map: string | null = "Map MOC.md",
): Promise<readonly Finding[]> {
  const { findings } = await findingsIn(vaultOf(texts));
  const all = map === null ? findings.all() : findings.of(map);
  return all.filter((one) => one.kind === kind);
}

/** A map of this text among other notes: each finding of a kind as `class line: text (reason) -> fixes`. */
export async function told(kind: FindingKind, text: string, others: Texts = {}): Promise<readonly string[]> {
  const all = await found(kind, { ...others, "Map MOC.md": text });
  return all.map((finding) => {
    const titles = finding.fixes.map(({ title }) => title).join(" | ");
    const line = finding.line === null ? "-" : finding.line + 1;
    return `${finding.class} ${line}: ${finding.text} (${en.findings.sentence(finding)}) -> ${titles}`;
  });
}

/** The texts that a fix of a finding changes, by path, as they are then. */
export async function mended(texts: Texts, finding: Finding | undefined, fix = 0): Promise<Texts> {
  const chosen = finding?.fixes[fix];
  const edits = chosen && (await editsOfFix(chosen, (path) => Promise.resolve(texts[path] ?? null)));
  if (!edits) throw new Error("There is no such fix.");
  const paths = [...new Set(edits.map(({ path }) => path))];
  return Object.fromEntries(
    paths.map((path) => {
      const { text, results } = applyEdits(
        texts[path] ?? "",
        edits.filter((edit) => edit.path === path),
      );
      if (results.some((result) => result !== "written")) throw new Error(`${path}: ${results.join(", ")}`);
      return [path, text];
    }),
  );
}

/** The text of a map once a fix of its first finding of a kind is done. */
export async function mendedMap(
  kind: FindingKind,
  text: string,
  others: Texts = {},
  fix = 0,
): Promise<string | undefined> {
  const texts = { ...others, "Map MOC.md": text };
  const [first] = await found(kind, texts);
  return (await mended(texts, first, fix))["Map MOC.md"];
}
