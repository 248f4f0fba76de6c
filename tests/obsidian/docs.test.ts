// @vitest-environment happy-dom
// Names that README and docs give, in both languages, held against the plugin as built and its words.
import { readFileSync } from "node:fs";
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

afterEach(() => {
  setLanguage("en");
  document.body.empty();
});

describe.each([
  ["docs/automation.md", "en", "Commands", en],
  ["docs/automation.zh-CN.md", "zh", "命令", zh],
])("%s", (path, language, heading, words) => {
  const text = readFileSync(path, "utf8");

  it("lists every command by its name, and no others", async () => {
    const section = text.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? "";
    const listed = [...section.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
    expect([...listed].sort()).toEqual([...(await commandsIn(language))].sort());
  });

  it("names every setting, by its group", () => {
    const { of, ...groups } = words.settings;
    const names = [groups.maps, groups.reading, groups.progress, groups.note, groups.sidebar];
    const settings = Object.values(of).map(({ name }) => name);
    expect([...names, ...settings].filter((name) => !text.includes(name))).toEqual([]);
  });

  it("calls the commands it tells more of what the interface calls them", () => {
    for (const name of [words.focusRoadmap, words.copyJson, words.copyUri]) expect(text).toContain(`**${name}**`);
  });
});

describe.each([
  ["README.md", en],
  ["README.zh-CN.md", zh],
])("%s", (path, words) => {
  it("calls things what the interface calls them", () => {
    const readme = readFileSync(path, "utf8");
    for (const name of [words.openRoadmap, words.example.open, words.goOn, words.settings.of.marks.name])
      expect(readme).toContain(name);
  });
});

describe.each([
  ["docs/progress.md", en],
  ["docs/progress.zh-CN.md", zh],
])("%s", (path, words) => {
  it("calls things what the interface calls them", () => {
    const text = readFileSync(path, "utf8");
    for (const name of [words.undo, words.transfer.export, words.transfer.import])
      expect(text).toContain(`**${name}**`);
  });
});
