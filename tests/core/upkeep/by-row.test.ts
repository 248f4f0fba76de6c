// Findings by the rows they are about.
import { describe, expect, it } from "vitest";
import { entriesOfRoadmap, topicsOfRoadmap, type Roadmap } from "../../../src/core/roadmap/model";
import { findingsByRow } from "../../../src/core/upkeep/by-row";
import type { Finding } from "../../../src/core/upkeep/finding";
import { findingsIn } from "../../tools/vault-findings";
import { vaultOf, type Texts } from "./check";

const MAP = "Map MOC.md";
const NOTES: Texts = { "Flour.md": "x\n".repeat(20), "Deep/Rye.md": "", "Salt.md": "" };

async function check(text: string): Promise<{ roadmap: Roadmap; found: readonly Finding[] }> {
  const { index, findings } = await findingsIn(vaultOf({ ...NOTES, [MAP]: text }));
  const roadmap = index.roadmap(MAP);
  if (!roadmap) throw new Error("No map.");
  return { roadmap, found: findings.of(MAP) };
}

/** The rows with a mark, as `title: kinds`, each entry with its line counted from 1. */
function marked(roadmap: Roadmap, found: readonly Finding[]): readonly string[] {
  const { entries, topics } = findingsByRow(roadmap, found);
  const kinds = (findings: readonly Finding[] = []): string => findings.map(({ kind }) => kind).join(" ");
  return [
    ...entriesOfRoadmap(roadmap).map(({ id, title, link }) => `${title} ${link.line + 1}: ${kinds(entries.get(id))}`),
    ...topicsOfRoadmap(roadmap).map((topic) => `${topic.title}: ${kinds(topics.get(topic))}`),
  ].filter((line) => !line.endsWith(": "));
}

describe("the findings about a row", () => {
  it("are those of its own line where a note is listed twice, and no ideas", async () => {
    const { roadmap, found } = await check(
      "## One\n- [[Flour]]\n- [[Flour]] (90 lines)\n- [[Away/Salt]]\n- [[Nowhere]]\n- Rye\n## Empty\n",
    );
    expect(found.map(({ kind }) => kind)).toContain("empty");
    expect(marked(roadmap, found)).toEqual(["Flour 3: length duplicate", "Away/Salt 4: broken", "Rye: topic"]);
  });

  it("stay with their rows while lines above come and go, until the map is checked again", async () => {
    const { found } = await check("- [[Salt]]\n- [[Flour]] (90 lines)\n- [[Away/Salt]]");
    const later = await check("Words.\n\nMore words.\n\n- [[Salt]]\n- [[Flour]] (20 lines)\n- [[Away/Salt]]");
    expect(marked(later.roadmap, found)).toEqual(["Flour 6: length", "Away/Salt 7: broken"]);
  });
});
