import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { configFolder, copyPlugin } from "./plugin-folder.mjs";

const made: string[] = [];

/** A folder with these files by path. */
function folder(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(tmpdir(), "moc-path-vault-"));
  made.push(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

function install(...args: string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, ["tests/tools/install-plugin.mjs", ...args], { encoding: "utf8" });
}

afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});

describe("installing into a vault", () => {
  it("copies the three files and touches no other", () => {
    const vault = folder({
      "A.md": "a",
      ".obsidian/app.json": "{}",
      ".obsidian/plugins/moc-path/data.json": "mine",
      ".obsidian/plugins/moc-path/main.js": "old",
    });
    const { folder: to } = copyPlugin(configFolder(vault));
    expect(to).toBe(join(vault, ".obsidian", "plugins", "moc-path"));
    for (const name of ["main.js", "manifest.json", "styles.css"])
      expect(readFileSync(join(to, name)).equals(readFileSync(name)), name).toBe(true);
    expect(readFileSync(join(to, "data.json"), "utf8")).toBe("mine");
    expect(readdirSync(vault, { recursive: true }).length).toBe(9);
  });

  it("finds a config folder by another name, and takes the one that is chosen of several", () => {
    const renamed = folder({ ".config/app.json": "{}", ".git/config": "" });
    expect(configFolder(renamed)).toBe(join(renamed, ".config"));
    const several = folder({ ".obsidian/app.json": "{}", ".phone/appearance.json": "{}" });
    expect(() => configFolder(several)).toThrow(
      /several config folders: choose one of \.obsidian, \.phone with --config\.$/,
    );
    expect(configFolder(several, ".phone")).toBe(join(several, ".phone"));
    expect(() => configFolder(several, ".other")).toThrow(/has no config folder "\.other"/);
  });

  it("says whether to turn the plugin on, or off and on", () => {
    const first = folder({ ".obsidian/app.json": "{}" });
    expect(copyPlugin(configFolder(first)).next).toMatch(/^Turn on MOC Path/);
    const again = folder({ ".obsidian/community-plugins.json": '["moc-path"]' });
    expect(copyPlugin(configFolder(again)).next).toMatch(/^Turn MOC Path off and on/);
  });

  it("leaves a plugin folder that is a link to the project as it is", () => {
    const vault = folder({ ".obsidian/plugins/other/main.js": "" });
    symlinkSync(resolve("."), join(vault, ".obsidian/plugins/moc-path"), "junction");
    const before = readFileSync("main.js");
    copyPlugin(configFolder(vault));
    expect(readFileSync("main.js").equals(before)).toBe(true);
  });
});

it.each([
  [[], /^Say which vault: /],
  [["a", "b"], /^Say which vault: /],
  [["--colour"], /^Unknown option '--colour'\.\n$/],
  [["no-such-folder"], /^The vault folder ".*no-such-folder" does not exist\.\n$/],
  [["src"], /^".*src" is no Obsidian vault: .*\.\n$/],
])("npm run install-plugin with %j says in one sentence what is wrong, and exits with 1", (args, sentence) => {
  const { status, stderr } = install(...args);
  expect(stderr).toMatch(sentence);
  expect(status).toBe(1);
});
