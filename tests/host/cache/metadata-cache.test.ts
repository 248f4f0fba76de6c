// The cache's knowledge after files came, went, moved and changed, and the order in which it tells of that.
import fc from "fast-check";
import type { CachedMetadata } from "obsidian";
import { describe, expect, it } from "vitest";
import { parseMetadata } from "../metadata/parse";
import { MemoryBackend, Outside, Vault, type TFile } from "../vault";
import { MetadataCache } from "./metadata-cache";
import { stored } from "./stored";

interface Opened {
  readonly vault: Vault;
  readonly cache: MetadataCache;
  readonly log: string[];
  /** Resolves when all that has happened is known. */
  readonly settled: () => Promise<void>;
}

async function open(backend: MemoryBackend, { starts = true, parse = parseMetadata } = {}): Promise<Opened> {
  const vault = new Vault(backend, ".obsidian");
  const cache = new MetadataCache(vault, parse);
  await vault.load();
  if (starts) await cache.start();
  const log: string[] = [];
  for (const name of ["changed", "deleted", "resolve"])
    cache.on(name, (file: TFile) => void log.push(`${name} ${file.path}`));
  cache.on("resolved", () => void log.push("resolved"));
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  return { vault, cache, log, settled };
}

function file(vault: Vault, path: string): TFile {
  const found = vault.getFileByPath(path);
  if (!found) throw new Error(`no ${path}`);
  return found;
}

describe("links of all notes", () => {
  it("are counted by where they lead, embeds and properties included; those that lead nowhere by what they ask for", async () => {
    const text = '---\nup: "[[B]]"\n---\n[[B]] [[B#part|x]] ![[pic.png]] [[#here]] [[None#a]] [[none]]\n';
    const { cache } = await open(new MemoryBackend({ "A.md": text, "x/B.md": "", "pic.png": "" }));
    expect(cache.resolvedLinks["A.md"]).toEqual({ "x/B.md": 3, "pic.png": 1, "A.md": 1 });
    expect(cache.unresolvedLinks["A.md"]).toEqual({ None: 1, none: 1 });
    expect(cache.resolvedLinks["x/B.md"]).toEqual({});
  });

  it("lead to another note of that name when the first one is moved away or deleted", async () => {
    const { vault, cache, log, settled } = await open(new MemoryBackend({ "A.md": "[[B]]", "B.md": "", "x/B.md": "" }));
    await vault.rename(file(vault, "B.md"), "C.md");
    await settled();
    expect(cache.resolvedLinks["A.md"]).toEqual({ "x/B.md": 1 });
    await vault.delete(file(vault, "x/B.md"));
    await settled();
    expect(cache.unresolvedLinks["A.md"]).toEqual({ B: 1 });
    expect(log.splice(0)).toEqual([
      "resolve C.md",
      "resolve A.md",
      "resolved",
      "deleted x/B.md",
      "resolve A.md",
      "resolved",
    ]);
  });

  it("are the same after any changes as for a vault opened afterwards", async () => {
    const path = fc.constantFrom("A.md", "B.md", "x/A.md", "x/B.md", "x/C.md", "y/A.md");
    const text = fc
      .array(fc.constantFrom("[[A]]", "[[x/A]]", "[[b#c]]", "![[C]]", "[[./A]]", "[[None]]", "# H"), { maxLength: 4 })
      .map((parts) => parts.join(" "));
    const change = fc.record({ op: fc.constantFrom("write", "delete", "rename", "folder"), path, to: path, text });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const backend = new MemoryBackend({ "A.md": "[[B]] [[x/A]]", "x/B.md": "[[A]]", "y/Z.md": "[[A]] [[C]]" });
        const { vault, cache, settled } = await open(backend);
        await Promise.all(changes.map((one) => apply(vault, one).catch(() => undefined)));
        await settled();
        const fresh = (await open(backend)).cache;
        expect([cache.resolvedLinks, cache.unresolvedLinks]).toEqual([fresh.resolvedLinks, fresh.unresolvedLinks]);
      }),
      { numRuns: 150 },
    );
  });
});

interface Change {
  readonly op: string;
  readonly path: string;
  readonly to: string;
  readonly text: string;
}

/** One change; rejects where it cannot be done, which changes nothing. */
async function apply(vault: Vault, { op, path, to, text }: Change): Promise<void> {
  const known = vault.getFileByPath(path);
  if (op === "folder") return vault.rename(vault.getFolderByPath("x") ?? vault.getRoot(), "w");
  if (op === "write" && !known) return void (await vault.create(path, text));
  if (!known) return;
  if (op === "write") return vault.modify(known, text);
  return op === "delete" ? vault.delete(known) : vault.rename(known, to);
}

describe("a note", () => {
  it("that changes fast is told of in order, the last text last", async () => {
    const { vault, cache, settled } = await open(new MemoryBackend({ "A.md": "" }));
    const texts: string[] = [];
    cache.on("changed", (_: TFile, data: string) => void texts.push(data));
    for (const text of ["# one", "# two", "# three"]) await vault.modify(file(vault, "A.md"), text);
    await settled();
    expect(texts.at(-1)).toBe("# three");
    expect(cache.getCache("A.md")?.headings?.[0]?.heading).toBe("three");
  });

  it("that is deleted before it could be read has no cache", async () => {
    const { vault, cache, log, settled } = await open(new MemoryBackend());
    const note = await vault.create("A.md", "# A");
    await vault.delete(note);
    await settled();
    expect(cache.getCache("A.md")).toBeNull();
    expect(log).toContain("deleted A.md");
    expect(log.indexOf("changed A.md")).toBeLessThan(log.indexOf("deleted A.md"));
  });

  it("alone has a cache of what is in it: other files have an empty one, and are deleted with an event", async () => {
    const { vault, cache, log, settled } = await open(new MemoryBackend({ "a.png": "" }));
    expect(cache.getFileCache(file(vault, "a.png"))).toEqual({});
    await vault.delete(file(vault, "a.png"));
    await settled();
    expect(log).toEqual(["deleted a.png", "resolved"]);
  });

  it("is linked by its name, or by its path where the name is taken", async () => {
    const { vault, cache } = await open(new MemoryBackend({ "x/A.md": "", "y/A.md": "", "y/B.md": "", "c.png": "" }));
    const texts = ["x/A.md", "y/B.md", "c.png"].map((path) => cache.fileToLinktext(file(vault, path), "B.md"));
    expect(texts).toEqual(["x/A", "B", "c.png"]);
    expect(cache.fileToLinktext(file(vault, "y/B.md"), "", false)).toBe("B.md");
  });
});

describe("before it starts", () => {
  it("it knows files to link to, but no caches and no links", async () => {
    const { vault, cache, log } = await open(new MemoryBackend({ "A.md": "[[B]]", "B.md": "" }), { starts: false });
    expect(cache.getFirstLinkpathDest("B", "A.md")).toBe(file(vault, "B.md"));
    expect([cache.getCache("A.md"), cache.resolvedLinks]).toEqual([null, {}]);
    await vault.modify(file(vault, "A.md"), "# A");
    expect(log).toEqual([]);
    await cache.start();
    expect(cache.getCache("A.md")?.headings).toHaveLength(1);
    expect(log).toEqual([
      "resolved",
      "changed A.md",
      "changed B.md",
      "resolved",
      "resolve A.md",
      "resolve B.md",
      "resolved",
    ]);
  });

  it("a note that comes while others are being read is known in the end", async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, number) => [`${number}.md`, "[[New]]"]));
    const { vault, cache, settled } = await open(new MemoryBackend(many), { starts: false });
    const started = cache.start();
    await vault.create("New.md", "# New");
    await started;
    await settled();
    expect(cache.getCache("New.md")?.headings).toHaveLength(1);
    expect(Object.values(cache.resolvedLinks).filter((links) => links["New.md"] === 1)).toHaveLength(60);
  });
});

describe("a store of caches", () => {
  it("parses each text once, in this run and the next, and gives the same", async () => {
    const [kept, parsed] = [new Map<string, string>(), [] as string[]];
    const counting = (text: string): CachedMetadata => {
      parsed.push(text);
      return parseMetadata(text);
    };
    const backend = new MemoryBackend({ "A.md": "# A", "copy.md": "# A", "B.md": "# B" });
    const options = {
      parse: stored(counting, { get: (key) => kept.get(key), set: (key, json) => void kept.set(key, json) }),
    };
    await open(backend, options);
    const { cache } = await open(backend, options);
    expect(parsed).toEqual(["# A", "# B"]);
    expect(cache.getCache("copy.md")).toEqual(parseMetadata("# A"));
    expect(Object.isFrozen(cache.getCache("copy.md")?.headings)).toBe(true);
  });
});

describe("changes made outside the app", () => {
  it("are told as those in it, and once for a whole burst that all is resolved", async () => {
    const backend = new MemoryBackend({ "A.md": "[[B]]", "B.md": "b", "x/C.md": "[[B]]" });
    const { cache, log, settled } = await open(backend);
    await new Outside(backend).burst(async (disk) => {
      await disk.move("B.md", "y/B.md");
      await disk.write("A.md", "[[New]]");
      await disk.write("New.md", "n");
    });
    await settled();
    expect(log.filter((line) => !line.startsWith("resolve "))).toEqual([
      "deleted B.md",
      "changed New.md",
      "changed y/B.md",
      "changed A.md",
      "resolved",
    ]);
    expect(cache.resolvedLinks).toEqual({
      "A.md": { "New.md": 1 },
      "New.md": {},
      "x/C.md": { "y/B.md": 1 },
      "y/B.md": {},
    });
  });

  it("to a folder take all its notes out of the cache", async () => {
    const backend = new MemoryBackend({ "A.md": "[[B]]", "x/B.md": "b", "x/y/C.md": "c" });
    const { cache, log, settled } = await open(backend);
    await new Outside(backend).delete("x");
    await settled();
    expect(log).toEqual(["deleted x/B.md", "deleted x/y/C.md", "resolve A.md", "resolved"]);
    expect([cache.getCache("x/B.md"), cache.unresolvedLinks["A.md"]]).toEqual([null, { B: 1 }]);
  });
});

describe("a file that is no note", () => {
  it("has an empty cache as long as it is there; what is not there has none", async () => {
    const { vault, cache, log, settled } = await open(
      new MemoryBackend({ "A.md": "x", "Paper.pdf": "%PDF", "b.canvas": "{}" }),
    );
    expect(["Paper.pdf", "b.canvas"].map((path) => cache.getCache(path))).toEqual([{}, {}]);
    expect(cache.getFileCache(file(vault, "Paper.pdf"))).toEqual({});
    await vault.rename(file(vault, "Paper.pdf"), "Other.pdf");
    await settled();
    expect([cache.getCache("Paper.pdf"), cache.getCache("Other.pdf")]).toEqual([null, {}]);
    expect(log).toEqual(["resolved"]);
  });
});
