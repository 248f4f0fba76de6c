// Whole small maps, each beside a drawing of what a reader sees in it.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { linkTextOf } from "../../../src/core/read/links";
import { readMap, sketch } from "../read-map";

function draw(text: string, others: readonly string[] = []): string {
  return sketch(readMap(text, others));
}

const lines = (...all: string[]): string => all.join("\n");

describe("the tree", () => {
  it("has chapters and sections by heading level, below the title heading", () => {
    expect(
      draw(
        lines(
          "# 🧠 Title — a path",
          "## One",
          "- [[A]]",
          "### One a",
          "- [[B]]",
          "## Two",
          "#### Two, four deep",
          "- [[A]]",
        ),
        ["A.md", "B.md"],
      ),
    ).toBe(
      lines(
        "🧠 Title — a path",
        "  ## One",
        "    - A",
        "    ### One a",
        "      - B",
        "  ## Two",
        "    #### Two, four deep",
        "      - A",
      ),
    );
  });

  it("has titles without the marks of emphasis and code", () => {
    expect(draw("# The `moc` **map**\n## `One` ==two==\n- [[A]]", ["A.md"])).toContain("## One two");
  });

  it("takes the names of notes in headings as they are, and signs around links out", () => {
    expect(
      draw("## [[__init__ notes]]\n## *[[A]]* and _more_\n## [[B|\\*x\\*]]", ["__init__ notes.md", "A.md", "B.md"]),
    ).toBe(
      lines(
        "Map MOC",
        "  ## __init__ notes -> __init__ notes.md",
        "    - __init__ notes",
        "  ## A and more -> A.md",
        "    - A",
        "  ## *x* -> B.md",
        "    - *x*",
      ),
    );
  });

  it("has no title heading where several of the first level have entries of their own", () => {
    expect(draw("# One\n- [[A]]\n# Two\n- [[A]]", ["A.md"])).toBe(
      lines("Map MOC", "  # One", "    - A", "  # Two", "    - A"),
    );
  });

  it("shows entries before the first heading under the map itself", () => {
    expect(draw("- [[A]]\n\n## One\n\n- [[B]]", ["A.md", "B.md"])).toBe(
      lines("Map MOC", "  - A", "  ## One", "    - B"),
    );
  });

  it("reads tables with escaped pipes, and says which links an unescaped one cut", () => {
    const table = lines(
      "| Model | Kind | Note |",
      "|---|---|---|",
      "| [[A\\|BERT]] | Encoder | two ways |",
      "| [[B|GPT]] | Decoder | cut |",
      "| | | |",
    );
    expect(draw(table, ["A.md", "B.md"])).toBe(
      lines("Map MOC", "  - BERT | Encoder · two ways", "  unused (pipe) [[B|GPT]]"),
    );
  });

  it("takes a table's first cell as label, and never as the name of a note", () => {
    const table = lines("| 层级 | 笔记 | 难度 |", "|---|---|---|", "| 模型层 | [[A]] | ★★★ |", "| 1 | [[B]] | ★ |");
    expect(draw(table, ["A.md", "B.md"])).toBe(lines("Map MOC", "  - 模型层: A {3/5 难度}", "  - B {1/5 难度}"));
  });

  it("nests entries, groups and details", () => {
    const list = lines(
      "- [[A]]",
      "  - a detail",
      "  - [[B]]",
      "- Ovens",
      "  - [[C]]",
      "- Just a topic",
      "- This one says far too much。So it is prose.",
    );
    expect(draw(`## One\n${list}`, ["A.md", "B.md", "C.md"])).toBe(
      lines("Map MOC", "  ## One", "    - A", "      . a detail", "      - B", "    - Ovens: C", "    ~ Just a topic"),
    );
  });

  it("takes a bold or colon-ended paragraph as the label of the list below it", () => {
    expect(draw("**Basics**\n\n- [[A]]\n\nAnd then:\n\n- [[B]]\n\n- [[C]]", ["A.md", "B.md", "C.md"])).toBe(
      lines("Map MOC", "  - Basics: A", "  - And then: B", "  - And then: C"),
    );
  });

  it("reads links in headings: a map, a note, a jump, a reference", () => {
    const text = lines(
      "## One",
      "### 4.3 RL → [[Sub MOC|details]]",
      "### [[A|Alpha]] ⭐",
      "### Infra → [[#Two]]",
      "### RAG → 另见 [[Sub MOC]]",
      "## Two",
      "- [[A]]",
    );
    expect(draw(text, ["Sub MOC.md", "A.md"])).toBe(
      lines(
        "Map MOC",
        "  ## One",
        "    ### 4.3 RL -> Sub MOC.md",
        "    ### Alpha {key} -> A.md",
        "      - Alpha {key}",
        "    ### Infra -> Map MOC.md",
        "    ### RAG",
        "      related Sub MOC",
        "  ## Two",
        "    - A",
      ),
    );
  });

  it("makes relations of quotes and of navigation chapters, which are no chapters", () => {
    const text = lines(
      "## One",
      "> 前置知识：[[Sub MOC|基础]]",
      "- [[A]]",
      "## 导航",
      "- ↑ 上级：[[Up MOC]]",
      "- ← [[Sub MOC]]",
      "- → 相关：[[Up MOC]] · [[A]]",
      "- [[Other MOC]]",
    );
    expect(draw(text, ["Sub MOC.md", "Up MOC.md", "Other MOC.md", "A.md"])).toBe(
      lines(
        "Map MOC",
        "  up Up MOC",
        "  prerequisite Sub MOC",
        "  related Up MOC",
        "  related A",
        "  related Other MOC",
        "  ## One",
        "    prerequisite 基础",
        "    - A",
      ),
    );
  });

  it("keeps an ordinary note in a navigation chapter as study", () => {
    expect(draw("## 相关 MOC\n- → [[Up MOC]]\n- [[A]]", ["Up MOC.md", "A.md"])).toBe(
      lines("Map MOC", "  next Up MOC", "  ## 相关 MOC", "    - A"),
    );
  });

  it("marks what a task item declares, missing notes, web links and maps", () => {
    const list = lines(
      "- [x] [[A]]",
      "- [ ] [[Nowhere]]",
      "- [Lecture](https://example.org/a_(b)) — 45 min",
      "- [[Sub MOC]]",
      "- `[[Code]]` and [](https://example.org)",
    );
    expect(draw(`## One\n${list}`, ["A.md", "Sub MOC.md"])).toBe(
      lines(
        "Map MOC",
        "  ## One",
        "    - A {[x]}",
        "    - Nowhere {missing, [ ]}",
        "    - Lecture {web, 45 minutes}",
        "    - Sub MOC {map}",
      ),
    );
  });

  it("passes over comments, code and jumps, and says so", () => {
    const text = lines(
      "## One",
      "- [[A]] %% [[Hidden]] %%",
      "- [[#One]]",
      "",
      "```",
      "- [[Code]]",
      "```",
      "",
      "Some prose with a [[A]] in it.",
    );
    expect(draw(text, ["A.md"])).toBe(
      lines(
        "Map MOC",
        "  ## One",
        "    - A",
        "  unused (comment) [[Hidden]]",
        "  unused (jump) [[#One]]",
        "  unused (prose) [[A]]",
      ),
    );
  });

  it("is the same with Windows line ends", () => {
    const text = readFileSync("tests/fixtures/vault/茶/_MOC.md", "utf8");
    const unix = sketch(readMap(text, ["茶/绿茶.md", "Water.md"]));
    expect(sketch(readMap(text.replaceAll("\n", "\r\n"), ["茶/绿茶.md", "Water.md"]))).toBe(unix);
  });
});

describe("a link to write elsewhere", () => {
  it("names the full path, the place in it and the title; an address as itself", () => {
    const roadmap = readMap("- [[A#Part|the | [part]]]\n- [[Nowhere]]\n- [x](https://example.org)\n- [[P.pdf]]", [
      "Deep/A.md",
      "Deep/P.pdf",
    ]);
    expect(roadmap.entries.map(linkTextOf)).toEqual([
      "[[Deep/A#Part|the  part]]",
      "[[Nowhere]]",
      "[x](https://example.org)",
      "[[Deep/P.pdf|P.pdf]]",
    ]);
  });
});
