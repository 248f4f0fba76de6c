// Chinese sentences on why something was found about a map.
import type { Reason } from "../core/upkeep/finding";
import { MOST_LINES } from "./finding-reasons-en";

const numbers = new Intl.NumberFormat("zh-CN");

export const count = (number: number): string => numbers.format(number);

function lineList(lines: readonly number[]): string {
  const words = lines.slice(0, MOST_LINES).map((line) => count(line + 1));
  return words.join("、") + (lines.length > MOST_LINES ? ` 等 ${count(lines.length)} ` : "");
}

function wanted(links: number): string {
  return links > 1 ? `没有这个名称的笔记；有 ${count(links)} 个链接指向它` : "没有这个名称的笔记";
}

function unlisted(folder: string | null): string {
  if (folder === null) return "以此地图为上级，但不在任何地图中";
  return folder === "" ? "不在任何地图中" : `位于 ${folder}`;
}

export function reasonInChinese(reason: Reason): string {
  switch (reason.code) {
    case "moved":
      return `笔记已移动到 ${reason.to}`;
    case "named":
      return `链接失效；同名笔记只有一篇：${reason.to}`;
    case "namedTwice":
      return `链接失效；地图中另有链接指向这个名称的笔记，而同名笔记只有一篇：${reason.to}`;
    case "severalNamed":
      return `链接失效；同名笔记有 ${count(reason.count)} 篇`;
    case "similar":
      return reason.count === 1
        ? `可能是“${reason.name}”；链接失效`
        : `链接失效；名称相近的笔记有 ${count(reason.count)} 篇`;
    case "toWrite":
      return wanted(reason.count);
    case "cut":
      return "表格在竖线处截断了链接";
    case "cutToNothing":
      return "表格在竖线处截断了链接，并且链接失效";
    case "length":
      return `标注 ${count(reason.declared)} 行，笔记实际 ${count(reason.actual)} 行`;
    case "noHeading":
      return `笔记中没有标题“${reason.part}”`;
    case "noBlock":
      return `笔记中没有块 ^${reason.part}`;
    case "rating":
      return `地图 ${reason.map}，笔记 ${reason.note}`;
    case "duplicate":
      return `在第 ${lineList(reason.lines)} 行重复列出`;
    case "topic":
      return `有同名笔记：${reason.to}`;
    case "deprecated":
      return reason.successor === null
        ? `笔记写明 ${reason.said}`
        : `笔记写明 ${reason.said}；替代笔记是 ${reason.successor}`;
    case "unlisted":
      return unlisted(reason.folder) + (reason.said === null ? "" : `；笔记写明 ${reason.said}`);
    case "empty":
      return "此标题下没有内容";
    case "cycle":
      return reason.maps.length === 1 ? "此地图位于自身之下" : `位于自身之下，经过 ${reason.maps.join(" › ")}`;
  }
}
