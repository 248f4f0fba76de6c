// Pinyin initials against characters whose reading everyone knows:
// the hundred commonest, and those of the maps this is for.
import { afterEach, describe, expect, it, vi } from "vitest";
import { matchesIn } from "../../../src/core/roadmap/search";
import { initialsOf } from "../../../src/core/roadmap/pinyin";

/**
 * The commonest characters by the letter of their usual reading;
 * those with two common readings that begin differently are left out.
 */
const COMMON: Readonly<Record<string, string>> = {
  a: "啊爱安按暗奥阿",
  b: "不把本别被并部比边变表白报北百步办必包班板保",
  c: "此从才次出成车产常场处程城村采草层测",
  d: "的到地大道对多点当电动定东第等代打带队单度",
  e: "而二儿尔恩额恶",
  f: "发方法分放非风反服父费飞防富份",
  g: "国个过高公工关果感光该改告更给各管根共规构",
  h: "和后很好话回红海花化合黑火活何候河华画",
  j: "就家经进见机间几己加教军基今件建界金结九解架",
  k: "可看开口快科克空苦刻客课块况宽",
  l: "来里老力立理两路利连量六林类流论领落练",
  m: "们没么面美明门马民名目满命米模每某",
  n: "你年能那女内南难念农脑牛弄",
  o: "欧偶哦呕",
  p: "平怕片跑品批破旁朋皮配评",
  q: "去起前气全其七情请期亲清青强求取权确区",
  r: "人然如日入让任认热容肉软",
  s: "是上说时生手所三事水十四死身声色诗书数思素社索",
  t: "他她天同头听太体特题提条通图团土推统态",
  w: "我为无问文物外万王五位望完味务微未",
  x: "下小想学心现新西先信向笑相像性许型系选写星",
  y: "一有也要用以于样已又意义应原月言语业元由因员",
  z: "在这中着子自之只作主走再知正真做总直组章值资注",
};

const KNOWN_TITLES = [
  ["模型架构", "mxjg"],
  ["注意力机制", "zylj"],
  ["大语言模型 LLM", "dyymx llm"],
  ["强化学习与推理", "qhxxytl"],
  ["提示词工程", "tscgc"],
  ["六大茶类", "ldcl"],
] as const;

afterEach(() => vi.unstubAllGlobals());

describe("the first letters of pinyin", () => {
  it.each(Object.entries(COMMON))("are %s for %s", (letter, characters) => {
    expect(initialsOf(characters)).toBe(letter.repeat(characters.length));
  });

  it.each(KNOWN_TITLES)("of %s hold %s", (title, typed) => {
    expect(initialsOf(title.toLowerCase())).toContain(typed);
  });

  it("stand where the characters stand, and leave all else as it is", () => {
    const text = "🔥 第二章：KV Cache 压缩 かな 한글 é";
    expect(initialsOf(text)).toBe("🔥 dez：KV Cache ys かな 한글 é");
  });

  it("show what they found in a title", () => {
    expect(matchesIn("第二章 模型架构（Architecture）", ["jg"])).toEqual([{ from: 6, to: 8 }]);
    expect(matchesIn("jg 架构", ["jg"])).toEqual([{ from: 0, to: 2 }]);
  });

  it("are none where the engine does not sort by pinyin", async () => {
    class ByCode {
      compare(a: string, b: string): number {
        return a < b ? -1 : Number(a > b);
      }
    }
    vi.stubGlobal("Intl", { Collator: ByCode });
    vi.resetModules();
    const { initialsOf: without } = await import("../../../src/core/roadmap/pinyin");
    expect(without("模型架构")).toBe("模型架构");
  });
});
