// @vitest-environment happy-dom
// The README, in both languages, held against the plugin as built: its commands, settings and links.
import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { en } from "../../src/i18n/en";
import { zh } from "../../src/i18n/zh";
import { builtPlugin } from "../host/built-plugin";
import { setLanguage } from "../host/platform";
import { makeTestApp } from "../host/test-app";

/** The names of the commands that the plugin adds. */
async function commandsIn(language: string): Promise<readonly string[]> {
  setLanguage(language);
  const { app, containerEl } = makeTestApp({ "A.md": "a" }, { plugins: [builtPlugin()] });
  const add = vi.spyOn(app.commands, "addCommand");
  await app.boot(containerEl);
  await app.close();
  return add.mock.calls
    .map(([{ name }]) => name)
    .filter((name) => name.startsWith("MOC Path: "))
    .map((name) => name.slice("MOC Path: ".length));
}

/** A heading as it is linked to. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}

function anchorsIn(path: string): readonly string[] {
  return [...readFileSync(path, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => `#${anchorOf(heading)}`);
}

afterEach(() => {
  setLanguage("en");
  document.body.empty();
});

describe.each([
  ["README.md", "en", "Commands", en],
  ["README.zh-CN.md", "zh", "命令", zh],
])("%s", (path, language, heading, words) => {
  const readme = readFileSync(path, "utf8");

  it("lists every command by its name, and no others", async () => {
    const section =
      readme
        .split(/^### /m)
        .find((text) => text.startsWith(`${heading}\n`))
        ?.split(/^## /m)[0] ?? "";
    const listed = [...section.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
    expect([...listed].sort()).toEqual([...(await commandsIn(language))].sort());
  });

  it("calls things what the interface calls them", () => {
    for (const name of [words.openRoadmap, words.focusRoadmap, words.settings.of.marks[0], words.example.open])
      expect(readme).toContain(name);
  });

  it("links only to what there is", () => {
    const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = ""]) => link)
      .filter((link) => /^(?:\.?\w[\w./-]*)?(?:#.*)?$/.test(link) && /^[#.]|\.(?:md|png|ts)|^LICENSE$/.test(link));
    expect(links.length).toBeGreaterThan(10);
    const isThere = (link: string): boolean => {
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? path : file;
      return (
        existsSync(target) && (anchor === undefined || anchorsIn(target).includes(`#${decodeURIComponent(anchor)}`))
      );
    };
    expect(links.filter((link) => !isThere(link))).toEqual([]);
  });
});
