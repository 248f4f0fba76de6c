// Maps of any size for the benches: copies of one stretch that has the shapes of a real map in about their real shares,
// with the cache that the stand-in app would give them.
import type { CachedMetadata, Pos } from "obsidian";
import { parseMetadata } from "../host/metadata/parse";

export interface GeneratedMap {
  readonly text: string;
  readonly cache: CachedMetadata;
  readonly links: number;
}

/** Stands for the number of a copy, in as many characters, so that offsets are those of the template. */
const NUMBER = "00000";

// Of 41 links: 36 in lists, 3 in a table, one in a heading, one in a quote; 7 rated, 4 key, 3 with a length; 9 headings; 62 characters for each link.
const TEMPLATE = `## 第${NUMBER}章 面包与发酵

> 前置知识：[[Kitchen/From scratch/${NUMBER}/_MOC|温度 + 水 + 面粉 基础]]

### 🌾 面粉与水

- [[Kitchen/From scratch/${NUMBER}/面粉综述|面粉综述 2026]] ⭐ — 入门必读，1617行，从麦粒到面团 ★★★★★
- [[Kitchen/From scratch/${NUMBER}/水合|水合与自溶]] — 为什么要等
- [[Kitchen/From scratch/${NUMBER}/蛋白质|蛋白质含量]] — 高筋、中筋与低筋的区别
- [[Kitchen/From scratch/${NUMBER}/全麦|全麦面粉]]
- [[Kitchen/From scratch/${NUMBER}/黑麦|黑麦]] — 酶活性高，面团更粘

### ⭐ Starters

- [[Kitchen/From scratch/${NUMBER}/Starter|Sourdough starter from scratch]] — feeding, storing, reviving ★★★★
- [[Kitchen/From scratch/${NUMBER}/Levain|Levain]] / [[Kitchen/From scratch/${NUMBER}/Poolish|Poolish]] · [[Kitchen/From scratch/${NUMBER}/Biga|Biga]]
- **[[Kitchen/From scratch/${NUMBER}/Yeast|Commercial yeast]]** — fresh, active dry, instant
- [[Kitchen/From scratch/${NUMBER}/Acidity|Acidity]] — how sour is sour, and why it keeps (2024)

### Shaping → [[Kitchen/From scratch/${NUMBER}/Shaping MOC|整形]]

- [[Kitchen/From scratch/${NUMBER}/Boule|圆形]]
- [[Kitchen/From scratch/${NUMBER}/Batard|椭圆形]]
- [[Kitchen/From scratch/${NUMBER}/Baguette|长棍]] — 三次折叠（530行，正式版）
- [[Kitchen/From scratch/${NUMBER}/Ciabatta|夏巴塔]] ⭐

### 发酵

- [[Kitchen/From scratch/${NUMBER}/一次发酵|一次发酵]] — 26 度，四次折叠，体积增加 60%
- [[Kitchen/From scratch/${NUMBER}/冷藏发酵|冷藏发酵]] — 过夜，风味更好（arXiv:2602.05281）★★★★
- [[Kitchen/From scratch/${NUMBER}/二次发酵|二次发酵]]
- [[Kitchen/From scratch/${NUMBER}/过度发酵|过度发酵]] — 怎么看，怎么救
- **生产**：[[Kitchen/From scratch/${NUMBER}/时间表|时间表]] / [[Kitchen/From scratch/${NUMBER}/温控|温控]]

### 烘烤

- [[Kitchen/From scratch/${NUMBER}/蒸汽|蒸汽]] — 铸铁锅、石板与喷水的比较
- [[Kitchen/From scratch/${NUMBER}/割包|割包]] — 角度 30 度，深度半厘米
- [[Kitchen/From scratch/${NUMBER}/上色|上色]]
- [[Kitchen/From scratch/${NUMBER}/判断|怎么判断烤好了]] — 中心 96 度 ★★★☆

### 配方

| 配方 | 难度 | 说明 |
|------|------|------|
| [[Kitchen/From scratch/${NUMBER}/乡村面包\\|乡村面包]] | ★★ | 每周都做 |
| [[Kitchen/From scratch/${NUMBER}/黑麦面包\\|黑麦面包]] | ★★★ | 耐放 |
| [[Kitchen/From scratch/${NUMBER}/布里欧修\\|布里欧修]] | ★★★★ | 周末 |

### Further notes

- [[Kitchen/From scratch/${NUMBER}/Milling|Milling at home]] — stone mills and sieves, 2183行全覆盖
- [[Kitchen/From scratch/${NUMBER}/Ovens|Ovens]] — what 250 degrees really means
- [[Kitchen/From scratch/${NUMBER}/Scales|Scales]]
- [[Kitchen/From scratch/${NUMBER}/Math|Baker's percentages]] ⭐ — everything in relation to flour
- [[Kitchen/From scratch/${NUMBER}/Salt|Salt]] — two percent, and when to add it
- [[Kitchen/From scratch/${NUMBER}/Sugar|Sugar]]
- [[Kitchen/From scratch/${NUMBER}/Fat|Fat]] — butter, oil and lard

### 常见问题

- 酸度与结构的平衡
- [[Kitchen/From scratch/${NUMBER}/塌陷|为什么会塌]] — 见 [[Kitchen/From scratch/${NUMBER}/过度发酵]]
- [[Kitchen/From scratch/${NUMBER}/气孔|气孔太大或太小]]
- [[Kitchen/From scratch/${NUMBER}/粘手|面团粘手怎么办]] 🔥

`;

const LINES = TEMPLATE.split("\n").length - 1;
const template = parseMetadata(TEMPLATE);
/** How many links the template has; maps are made of whole copies. */
export const LINKS_PER_COPY = template.links?.length ?? 0;

function shifted({ start, end }: Pos, copy: number): Pos {
  const [lines, offset] = [copy * LINES, copy * TEMPLATE.length];
  return {
    start: { line: start.line + lines, col: start.col, offset: start.offset + offset },
    end: { line: end.line + lines, col: end.col, offset: end.offset + offset },
  };
}

/** One more copy of what the cache says of the template, with its own number. */
function addCopy(cache: Required<Pick<CachedMetadata, "links" | "headings" | "sections" | "listItems">>, copy: number, number: string): void {
  const own = (text: string): string => text.replaceAll(NUMBER, number);
  for (const { link, original, displayText = "", position } of template.links ?? []) {
    cache.links.push({ position: shifted(position, copy), link: own(link), original: own(original), displayText: own(displayText) });
  }
  for (const { heading, level, position } of template.headings ?? []) cache.headings.push({ position: shifted(position, copy), heading: own(heading), level });
  for (const { type, position } of template.sections ?? []) cache.sections.push({ type, position: shifted(position, copy) });
  for (const { parent, position } of template.listItems ?? []) {
    cache.listItems.push({ position: shifted(position, copy), parent: parent < 0 ? parent - copy * LINES : parent + copy * LINES });
  }
}

/** A map of at least this many links; `seed` makes its notes other ones than those of another map. */
export function generateMap(atLeast: number, seed = 0): GeneratedMap {
  const copies = Math.ceil(atLeast / LINKS_PER_COPY);
  const cache = { links: [], headings: [], sections: [], listItems: [] };
  const texts: string[] = [];
  for (let copy = 0; copy < copies; copy++) {
    const number = String(seed * copies + copy).padStart(NUMBER.length, "0");
    texts.push(TEMPLATE.replaceAll(NUMBER, number));
    addCopy(cache, copy, number);
  }
  return { text: texts.join(""), cache, links: copies * LINKS_PER_COPY };
}
