// Says in words what was read from a few lines of a map: the second column of docs/reading-maps.md, in either language.
import { type Entry, type Relation, type Roadmap, allEntries, divisionsOf } from "../../src/core/roadmap/model";
import type { Length } from "../../src/core/notation/length";
import type { Rating } from "../../src/core/notation/rating";
import type { UnusedReason } from "../../src/core/read/written";
import { readMap } from "./read-map";

const NOTES = ["A", "B", "C", "D", "BERT", "GPT", "2026-01-11", "Sub MOC", "Up MOC"].map((name) => `${name}.md`);
const FILES = ["Paper.pdf", "Board.canvas", "List.base", "Picture.png"];

const ENGLISH = {
  kinds: { note: "", map: " (map)", file: " (file)", web: " (web)", missing: " (missing)" },
  rating: ({ value, of, label }: Rating) => `${value} of ${of}${label === null ? "" : ` (${label})`}`,
  key: "key",
  hot: "hot",
  length: ({ value, unit }: Length) => `${value} ${unit}`,
  task: "task",
  status: "status",
  remark: "remark",
  mentions: "mentions",
  detail: "detail",
  relations: { up: "up", prerequisite: "prerequisite", next: "next", related: "related" },
  topic: "topic",
  notUsed: (why: UnusedReason) => `not used (${why})`,
  nothing: "nothing",
  signs: { colon: ": ", comma: ", ", semicolon: "; " },
};

type Language = typeof ENGLISH;

const CHINESE: Language = {
  kinds: { note: "", map: "（地图）", file: "（文件）", web: "（网页）", missing: "（待写）" },
  rating: ({ value, of, label }) => `${value}/${of}${label === null ? "" : `（${label}）`}`,
  key: "重点",
  hot: "热门",
  length: ({ value, unit }) =>
    `${value} ${{ lines: "行", words: "词", chars: "字", pages: "页", minutes: "分钟" }[unit]}`,
  task: "任务",
  status: "状态",
  remark: "备注",
  mentions: "提及",
  detail: "细节",
  relations: { up: "上级", prerequisite: "前置", next: "下一步", related: "相关" },
  topic: "主题",
  notUsed: (why) =>
    `未采用（${{ stale: "过时", comment: "注释", prose: "正文", pipe: "竖线", jump: "页内跳转", media: "媒体", elsewhere: "别处" }[why]}）`,
  nothing: "无",
  signs: { colon: "：", comma: "，", semicolon: "；" },
};

const LANGUAGES = { en: ENGLISH, zh: CHINESE } as const;

class Description {
  constructor(private readonly words: Language) {}

  private valuesOf({ rating, key, hot, length, task, status }: Entry): readonly (string | null)[] {
    const { words } = this;
    return [
      rating && words.rating(rating),
      key ? words.key : null,
      hot ? words.hot : null,
      length && words.length(length),
      task === null ? null : `${words.task} “${task}”`,
      status === null ? null : `${words.status} “${status}”`,
    ];
  }

  private ofEntry(entry: Entry): string {
    const { words } = this;
    const { colon, comma } = words.signs;
    const label = entry.label === null ? "" : `${entry.label} › `;
    const remark = entry.remark === null ? null : `${words.remark} “${entry.remark}”`;
    const mentioned = entry.mentions.map(({ link }) => link.link).join(comma);
    const mentions = mentioned === "" ? null : `${words.mentions} ${mentioned}`;
    const details = entry.details.map((detail) => `${words.detail} “${detail}”`);
    const said = [...this.valuesOf(entry), remark, mentions, ...details].filter((part) => part !== null);
    const name = `${label}${entry.title}${words.kinds[entry.kind]}`;
    return said.length === 0 ? name : `${name}${colon}${said.join(comma)}`;
  }

  private ofRelations(relations: readonly Relation[]): readonly string[] {
    const { words } = this;
    return relations.map(({ kind, title }) => `${words.relations[kind]}${words.signs.colon}${title}`);
  }

  private ofTopics(topics: Roadmap["topics"]): readonly string[] {
    return topics.map(({ title }) => `${this.words.topic} ${title}`);
  }

  private ofDivisions(roadmap: Roadmap): readonly string[] {
    const { words } = this;
    return [...divisionsOf(roadmap.chapters)].flatMap(
      ({ title, level, key, rating, length, link, relations, entries, topics }) => {
        const values = [key ? words.key : null, rating && words.rating(rating), length && words.length(length)];
        const said = [`${"#".repeat(level)} ${title}`, ...values.filter((value) => value !== null)];
        return [
          `${said.join(words.signs.comma)}${link ? ` → ${link.link.link}` : ""}`,
          ...this.ofRelations(relations),
          ...allEntries(entries).map((entry) => this.ofEntry(entry)),
          ...this.ofTopics(topics),
        ];
      },
    );
  }

  ofRoadmap(roadmap: Roadmap): string {
    const { words } = this;
    const parts = [
      ...this.ofRelations(roadmap.relations),
      ...allEntries(roadmap.entries).map((entry) => this.ofEntry(entry)),
      ...this.ofTopics(roadmap.topics),
      ...this.ofDivisions(roadmap),
      ...roadmap.unused.map(({ why, text: link }) => `${words.notUsed(why)} ${link}`),
    ];
    return parts.length === 0 ? words.nothing : parts.join(words.signs.semicolon);
  }
}

/** All that is read from a text, as one sentence of parts. */
export function describeReading(text: string, language: keyof typeof LANGUAGES = "en"): string {
  return new Description(LANGUAGES[language]).ofRoadmap(readMap(text, [...NOTES, ...FILES]));
}
