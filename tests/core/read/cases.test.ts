// Small maps of other people, each with what its author meant: read from beside the project, where they are present.
// Anything of a kind that a case shows is a row of docs/reading-maps.md as well.
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "../../default-rules";
import { RoadmapIndex } from "../../../src/index/roadmap-index";
import { fail } from "../../logs";
import { openVault } from "../../tools/disk-vault";
import { NO_HURRY } from "../../tools/no-hurry";
import { sketch } from "../read-map";

const CASES = "../shared/cases";

/** All maps of a case as drawings, by their paths. */
async function drawn(name: string): Promise<Readonly<Record<string, string>>> {
  const index = new RoadmapIndex(await openVault(`${CASES}/${name}`), NO_HURRY, DEFAULT_RULES, fail);
  await index.build();
  return Object.fromEntries(index.maps().map((path) => [path, sketch(index.roadmap(path)!)]));
}

/** Each map with its author's meaning: the case, the map, and the drawing of it without its indent. */
const MEANT: readonly (readonly [name: string, map: string, drawing: string])[] = [
  [
    "06-relation-properties",
    "Wool MOC.md",
    `Wool MOC
  up Craft MOC
  next Dye MOC
  prerequisite Sheep MOC
  up Home MOC
  ## One
    - Carding`,
  ],
  [
    "07-backquote-in-name",
    "Notes MOC.md",
    `Notes MOC
  ## All
    - Tom\`s list
    - Bread
    - Ann\`s list
    - Salt`,
  ],
  [
    "09-typographic-apostrophe",
    "Trip MOC.md",
    `Trip MOC
  ## Isles
    - Hawai’i | far
    - O‘ahu`,
  ],
  [
    "13-heading-number",
    "Law MOC.md",
    `Law
  ## 1. Basis
    - A
    ### 1.1. Form
      - B`,
  ],
  [
    "15-tasks-in-nested-callouts",
    "Week MOC.md",
    `Week MOC
  ## Week
    - Group › Inner: A {[ ]}
    - Group › Inner: B {[x]}
    - Group › Inner: C {[/]}
    - Group: D {[-]}`,
  ],
  [
    "16-numbered-tasks",
    "Run MOC.md",
    `Run MOC
  ## Run
    - A {[ ]}
    - B {[x]} | words`,
  ],
  [
    "17-inline-fields",
    "Film MOC.md",
    `Film MOC
  ## Films
    - A {[x]} | [dropped:: 2026-01-02]
    - B {4/5} | (read:: 2026-01)
    - C {3/5} | words`,
  ],
  [
    "18-other-task-marks",
    "Todo MOC.md",
    `Todo MOC
  ## T
    - A {[/]}
    - B {[>]}
    - C {[!]}
    - D {[-]}
    - E {[X]}`,
  ],
  [
    "19-ticked-parent-open-child",
    "Build MOC.md",
    `Build MOC
  ## B
    - Frame {[x]}
      - Nails {[ ]}
      - Glue {[x]}
    ~ tidy up`,
  ],
  [
    "23-index-with-cut-links",
    "陶艺索引.md",
    `陶艺
  ## 泥
  unused (pipe) [[泥/揉泥|揉泥]]
  unused (pipe) [[泥/拉坯|拉坯]]
  unused (pipe) [[泥/修坯|修坯]]
  unused (pipe) [[泥/晾干|晾干]]
  unused (pipe) [[泥/素烧|素烧]]
  unused (pipe) [[泥/上釉|上釉]]`,
  ],
  [
    "24-escaped-pipe",
    "T MOC.md",
    `T MOC
  ## T
    - Alpha | x
  unused (jump) [[#T\\|here]]`,
  ],
  [
    "26-unclosed-fence",
    "P MOC.md",
    `P MOC
  ## One
    - A`,
  ],
  [
    "27-task-with-plain-children",
    "S MOC.md",
    `S MOC
  ## S
    - A {[x]}
      . thought about it
      . a second thought`,
  ],
  [
    "31-slash-in-missing-name",
    "Std MOC.md",
    `Std MOC
  ## S
    - GB/T 1734-2020 {missing} | a norm
    - CI/CD {missing}
    - RHEL / Others {missing}
    - Missing note {missing}
    - A`,
  ],
  [
    "32-topics-keep-task-dates",
    "Exam MOC.md",
    `Exam MOC
  ## Exam
    - A
    ~ Derivatives
    ~ Tangents
    ~ Taylor`,
  ],
  [
    "34-double-status-sign",
    "Board MOC.md",
    `Board MOC
  ## B
    - A {✅✅} | Status ok
    - B {⬜} | Status open`,
  ],
  [
    "35-bold-label-with-signs",
    "Rust MOC.md",
    `Rust MOC
  ## Base
    - Core three: A
    - Core three: B
    - Spring term: C
    - Plain: D`,
  ],
  [
    "36-bold-label-in-callout",
    "Jv MOC.md",
    `Jv MOC
  - Objects: A
  - Objects › Shapes: B
  - Objects › Shapes: C`,
  ],
  [
    "38-links-in-callouts",
    "Home MOC.md",
    `Home MOC
  - Guide
  - Campaign
  - Study: Course
  - Study: Habits
  unused (media) ![[a.png]]
  unused (media) ![[b.png]]`,
  ],
  [
    "41-lone-h1",
    "agents/_MOC.md",
    `Agents — index
  - A
  - B`,
  ],
  [
    "42-title-and-a-later-h1",
    "Vaults MOC.md",
    `Vaults
  ## With words
    - A
  ## Without
    - B
  # This note online`,
  ],
  [
    "45-link-to-itself",
    "Self MOC.md",
    `Self MOC
  ## S
    - A
  unused (jump) [[Self MOC]]`,
  ],
  [
    "46-back-links",
    "deep/Sub MOC.md",
    `Sub
  up Top MOC
  ## One
    - A`,
  ],
  [
    "48-link-to-a-folder",
    "Dom MOC.md",
    `Dom MOC
  ## Other rooms
    - A
  unused (elsewhere) [Cold store](cold-store)`,
  ],
  [
    "54-coloured-circles",
    "Col MOC.md",
    `Col MOC
  ## C
    - A {🟢}
    - B {🔵}
    - C {🟠}
    - D {⚪}`,
  ],
  [
    "55-separator-behind-bracket",
    "Sep MOC.md",
    `Sep MOC
  ## S
    - A | （style/ABSD）
    - B | （ATAM）
    - C | (x)
    - D`,
  ],
  [
    "57-picture-beside-a-link",
    "Med MOC.md",
    `Med MOC
  - A
  - B
  unused (media) ![[shot.jpg]]`,
  ],
  [
    "58-empty-heading",
    "Graf MOC.md",
    `Graphs
  ## One
    - A
  ## Two
    - B`,
  ],
  [
    "61-credits-column",
    "Aw MOC.md",
    `Aw MOC
  ## P
    - Oven timer {web, mentions 1} | plans
    - Cards {web, mentions 1} | learns`,
  ],
  [
    "62-title-before-bare-address",
    "Url MOC.md",
    `Url MOC
  ## U
    - Kneading primer {web, [ ]}
    - https://example.org/x {web} | words`,
  ],
  [
    "63-full-stop-behind-link",
    "Dot MOC.md",
    `Dot MOC
  ## D
    - A | Not enjoyed much.
    - B`,
  ],
  [
    "65-half-stars",
    "Film MOC.md",
    `Film MOC
  - Loaves {web, 2.5/5, mentions 1} | Watched on [[2026-04-05]] all surface
  - Reds {web, 4.5/5}`,
  ],
  [
    "67-fence-with-setext",
    "Fen MOC.md",
    `~
  ## Spaces
    - A`,
  ],
  [
    "69-lines-in-heading-and-column",
    "Ln MOC.md",
    `Ln MOC
  ## Part 1: data (1,484 lines)
    - File: A
      . x.py (416 lines analyzed)
  ## Sum
    - A {1484 lines}
    - B {560 lines}
    - B | about \`b.py\` (lines 800-1100)`,
  ],
  [
    "72-exam-time",
    "Ex MOC.md",
    `Ex MOC
  ## E
    - III › Report: A {40 minutes}`,
  ],
  [
    "74-single-guillemet-lead",
    "Campo MOC.md",
    `🗂️ Campo
  ## 📅 Diario
    - 📅 Agenda | *nota diaria*
  ## Huerto
    ### Bombas
      - Bombas | *lista de bombas*`,
  ],
  [
    "75-russian-map",
    "Карта знаний.md",
    `Карта знаний
  ## 🗂 Полки
    - 🏷 Слова: понятие | Общие
  ## Ботаника
    - Конспект. Почвы {key} | вкратце
    - Часть 1. Начало
    - Главные слова: Корень
    - Главные слова: Стебель`,
  ],
  [
    "76-german-index-with-back-link",
    "deep/Technik MOC.md",
    `Inhaltsverzeichnis
  up Start MOC
  ## Geräte
    - Speicher Keller
    - Melder (Modell X)
    - Impressum
    - Datenschutz`,
  ],
  [
    "77-korean-list-with-empty-bullet",
    "목차.md",
    `목차
  - 흙
  - 물과 빛
  - 씨앗`,
  ],
  [
    "78-roadmap-of-tasks-without-links",
    "学習 MOC.md",
    `学習の道: 料理
  ## Phase 1: 基礎
    ~ 道具をそろえる (鍋 + 秤)
    ~ だしの基本
    ~ 昆布
    ~ 鰹節
  ## 参考
    - ドキュメント {web}`,
  ],
  [
    "80-indented-bare-links",
    "Soft MOC.md",
    `Soft MOC
  ## Primera parte
    ### Panes
      - Masa madre
      - Harinas
      - Sal
      - Horno`,
  ],
  [
    "83-two-code-spans-over-links",
    "Bt MOC.md",
    `Bt MOC
  ## B
    - a\`b
    - c\`d
    - E`,
  ],
  [
    "85-emphasis-around-a-value",
    "Em MOC.md",
    `Em MOC
  ## E
    - A {5/5} | words
    - B {3/5} | words, more
    - C {4/5} | words
    - D {✅} | words
    - E {1200 lines} | words`,
  ],
  [
    "87-previous-next-line",
    "Ch MOC.md",
    `Chapter 2
  prerequisite Ch 1 MOC
  next Ch 3 MOC
  ## One
    - A`,
  ],
  [
    "89-space-before-bullet",
    "Sp MOC.md",
    `Sp MOC
  ## S
    - A {[x]}
    - B {[ ]}
    ~ Topic words`,
  ],
];

describe.skipIf(!existsSync(CASES))("a map of somebody else (skipped where the cases are absent)", () => {
  it.each(MEANT)("%s is read as meant", async (name, map, drawing) => {
    expect((await drawn(name))[map]).toBe(drawing);
  });

  it("is not seen in a note about indexes", async () => {
    expect(await drawn("81-plain-note-called-index")).toEqual({});
  });
});
