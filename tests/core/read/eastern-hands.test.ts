// Maps in the languages and signs of the east, from Hebrew to Korean: what their words say.
import { describe, expect, it } from "vitest";
import { isMap } from "../../../src/core/read/detect";
import { DEFAULT_RULES } from "../../default-rules";
import { parseMetadata } from "../../host/metadata/parse";
import { drawn } from "../read-map";

const read = (text: string): string => drawn(text, "A B C D Book-MOC");

describe("a length", () => {
  it.each([
    ["- [[A]] (3 שעות)", "180 minutes"],
    ["- [[A]] — 300 שורות", "300 lines"],
    ["- [[A]] (۲ ساعت)", "120 minutes"],
    ["- [[A]] — زمان مطالعه: ۲۰ دقیقه", "20 minutes"],
    ["- [[A]] (१० पृष्ठ)", "10 pages"],
    ["- [[A]] — ๑๕ นาที", "15 minutes"],
    ["- [[A]] (2 giờ 30 phút)", "150 minutes"],
    ["- [[A]] — 20 dakika", "20 minutes"],
    ["| הערה | זמן |\n|---|---|\n| [[A]] | 20m |", "20 minutes"],
    ["| บันทึก | เวลา |\n|---|---|\n| [[A]] | 20 นาที |", "20 minutes"],
    ["- [[A]] ・ 300行 ・ ★★★", "3/5, 300 lines"],
    ["- [[A]]（300行｜★★★☆）", "3/4, 300 lines"],
  ])("has units, digits and separators of its own: %s", (text, marks) => expect(read(text)).toBe(`- A {${marks}}`));
});

describe("a relation", () => {
  it.each([
    ["- חזרה: [[A]]", "up"],
    ["- השיעור הבא: [[A]]", "next"],
    ["- بازگشت: [[A]]", "up"],
    ["- **فصل بعدی**: [[A]]", "next"],
    ["- अगला अध्याय: [[A]]", "next"],
    ["- पूर्वापेक्षा: [[A]]", "prerequisite"],
    ["- บทก่อนหน้า: [[A]]", "prerequisite"],
    ["- Bài trước: [[A]]", "prerequisite"],
    ["- Bài tiếp theo: [[A]]", "next"],
    ["- İlgili: [[A]]", "related"],
    ["- Ön koşul: [[A]]", "prerequisite"],
    ["Parent topic:: [[A]]", "up"],
    ["- **分类**:: [[A]]", "up"],
    ["up:: [[A]]", "up"],
    ["कोई:: [[A]]", "related"],
  ])("is named in its own words: %s", (text, kind) => expect(read(text)).toBe(`${kind} A`));

  it.each(["- Tools: :: [[A]]", "- `a`:: [[A]]", "- [[A]]:: words"])("is no field without a name: %s", (text) => {
    expect(read(text)).toMatch(/^- (?:\S+: )?A/u);
  });

  it.each(["[[A|⬅ หน้า 18]] · [[B|สารบัญ]] · [[C|หน้า 20 ➡]]", "[이전](A.md) | [목차](B.md) | [다음](C.md)"])(
    "is each link of a bar that leads back and on, to notes too: %s",
    (bar) => expect(read(`- [[D]]\n\n${bar}`)).toMatch(/^prerequisite .+\nup .+\nnext .+\n- D$/u),
  );

  it("is no link with an arrow where none leads the other way", () => {
    expect(read("- [[A|← 從前]] · [[B]]\n- [[C|以後 →]]")).toBe("- ← 從前\n- B\n- 以後 →");
  });
});

describe("the end of a list of links", () => {
  it.each(["等", "等等", " など", " ほか", " 등", " etc.", " v.v.", " وغيرها"])(
    "says nothing of the last: %s",
    (end) => {
      expect(read(`- [[A]]、[[B]]${end}`)).toBe("- A\n- B");
    },
  );

  it("is no end where words go on with it", () => {
    expect(read("- [[A]] 等级 3\n- [[B]] 等 17 篇\n- [[C]] 他人\n- [[D]]等・必読")).toBe(
      "- A | 等级 3\n- B | 等 17 篇\n- C | 他人\n- D | 必読",
    );
  });
});

describe("a name", () => {
  it.each([
    ["| # | 题目 |\n|---|---|\n| [15](A.md) | 三数之和 |", "- 15 三数之和"],
    ["| WBS | 이름 | 상태 |\n|---|---|---|\n| [[A\\|3.1]] | 실증 | 진행 중 |", "- 3.1 실증 {진행 중}"],
    ["- [视频](https://example.org/v) 矩阵入门（30分钟）", "- 矩阵入门 {web, 30 minutes}"],
    ["- [動画](https://example.org/v) 行列：入門", "- 行列 {web} | 入門"],
    ["矩阵入门\nhttps://example.org/v", "- 矩阵入门 {web}"],
    ["Ma trận\n[https://example.org/v](https://example.org/v)", "- Ma trận {web}"],
    ["- [README.md](../x/README.md)", "- README {missing}"],
  ])("stands beside a link that has none: %s", (text, entry) => expect(read(text)).toBe(entry));

  it.each([
    ["- [[A|2.1]] — slow", "- 2.1 | slow"],
    ["- [视频](https://example.org/v) — 慢", "- 视频 {web} | 慢"],
    ["这本书值得一读。\nhttps://example.org/v", "- https://example.org/v {web}"],
  ])("is no remark or sentence: %s", (text, entry) => expect(read(text)).toBe(entry));
});

it.each(["第二章", "（一）", "二、", "(三)", "ア.", "가.", "א."])(
  "the lead %s only counts where it is a number",
  (lead) => {
    expect(read(`- ${lead}[[A]]`)).toBe(lead === "第二章" ? "- A | 第二章" : "- A");
  },
);

it.each(["Python知识地图", "前端学习路线", "Mục lục", "สารบัญ", "فهرست", "תוכן עניינים", "İçindekiler"])(
  "a table of contents called %s is a map",
  (name) => {
    const links = (count: number): string => "- [[A]]\n".repeat(count);
    expect(isMap(`${name}.md`, parseMetadata(links(5)), DEFAULT_RULES)).toBe(true);
    expect(isMap(`${name}.md`, parseMetadata(links(4)), DEFAULT_RULES)).toBe(false);
  },
);

describe("minutes in Japanese", () => {
  it.each([
    ["- [[A]]（10〜15分、やさしい）", "- A {15 minutes} | （やさしい）"],
    ["- **まず** → [[A]]（約40分）", "- まず: A {40 minutes}"],
    ["- [[A]] はじめ\n- [[B]] 20分程度", "- A | はじめ\n- B {20 minutes}"],
    ["| とき | N |\n|---|---|\n| 5分 | [[A]] |", "- 5分: A"],
    ["## [[A]]（30分）\nここから", "## A（30分） -> A.md\n  - A {30 minutes}"],
  ])("are read in a Japanese map: %s", (text, drawing) => expect(read(text)).toBe(drawing));

  it.each(["- [[A]]（60分）", "- [[A]]（60分，の）", "- [[A]] 第15分"])("are points elsewhere: %s", (text) => {
    expect(read(text)).not.toContain("minutes");
  });
});

describe("a state in wide brackets", () => {
  it.each(["【编辑中】", "（未完成）", "「済」", "（진행 중）"])("is a status: %s", (state) => {
    expect(read(`- [[A]]${state}`)).toBe(`- A {${state}}`);
  });

  it.each(["【强化学习】", "（完成后再读）", "「草稿纸」"])("is none where the words say more: %s", (words) => {
    expect(read(`- [[A]]${words}`)).toBe(`- A | ${words}`);
  });
});

it.each(["**1단계** - 5분", "**第一周** — 约3小时", "**Hafta 1** – 2-3 saat"])("%s labels the list below", (label) => {
  expect(read(`${label}\n- [[A]]`)).toBe(`- ${/\*\*(.+)\*\*/.exec(label)?.[1] ?? ""}: A`);
});

describe("names below a heading that is only a link", () => {
  it("are details of its note", () => {
    expect(read("### [[A]]\n- **주요 내용**:\n  - 전체 구조\n- 맵 배치\n\n### 둘\n- 구조")).toBe(
      "### A -> A.md\n  - A\n    . 전체 구조\n    . 맵 배치\n### 둘\n  ~ 구조",
    );
    expect(read("### [Kurs](https://example.org/k)\n- Önsöz")).toBe("### Kurs -> nothing\n  - Kurs {web}\n    . Önsöz");
  });

  it.each([
    ["to a map", "### [[Book-MOC]]\n- 구조", "### Book-MOC -> Book-MOC.md\n  ~ 구조"],
    ["among words", "### 一 [[A]]\n- 结构", "### 一 A -> A.md\n  - A\n  ~ 结构"],
    ["above entries", "### [[A]]\n- [[B]]\n\n- 结构", "### A -> A.md\n  - A\n  - B\n  ~ 结构"],
  ])("are topics where it leads %s", (_, text, drawing) => expect(read(text)).toBe(drawing));
});
