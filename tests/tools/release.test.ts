// Releasing, in a repository made for the purpose.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const tool = resolve("tests/tools/release.mjs");
let folder = "";

function git(...args: string[]): string {
  const author = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
  return execFileSync("git", [...author, ...args], { cwd: folder, encoding: "utf8" });
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@example.org",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@example.org",
  };
  return spawnSync(process.execPath, [tool, ...args], { cwd: folder, encoding: "utf8", env });
}

const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const json = (name: string): Record<string, unknown> => JSON.parse(read(name)) as Record<string, unknown>;

/** Writes a file and commits it. */
function commit(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  git("add", "--all");
  git("commit", "--quiet", "--message", name);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "moc-path-release-"));
  for (const name of ["manifest.json", "package.json", "package-lock.json"]) cpSync(name, join(folder, name));
  git("init", "--quiet");
  commit("versions.json", '{\n  "0.0.1": "1.0.0"\n}\n');
  commit("LICENSE", `MIT License\n\nCopyright (C) ${new Date().getFullYear()} by A\n`);
  commit("CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- Something new.\n\n## 0.0.1 (2026-01-01)\n\n- First.\n");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("npm run release", () => {
  it("writes the version into every file, commits, and tags without a letter before it", () => {
    expect(run("99.1.0")).toMatchObject({ status: 0, stderr: "" });
    for (const name of ["manifest.json", "package.json", "package-lock.json"])
      expect(json(name)["version"], name).toBe("99.1.0");
    expect(read("package-lock.json").match(/"version": "99\.1\.0"/g)).toHaveLength(2);
    expect(json("versions.json")).toEqual({ "0.0.1": "1.0.0", "99.1.0": json("manifest.json")["minAppVersion"] });
    expect(read("CHANGELOG.md")).toMatch(/\n## 99\.1\.0 \(\d{4}-\d\d-\d\d\)\n\n- Something new\.\n\n## 0\.0\.1 /);
    expect(git("tag", "--list").trim()).toBe("99.1.0");
    expect(git("status", "--porcelain")).toBe("");
  });

  it("changes nothing in the files but the version", () => {
    const before = read("package-lock.json");
    const { version } = json("package.json");
    run("99.1.0");
    expect(read("package-lock.json").replaceAll('"version": "99.1.0"', `"version": "${String(version)}"`)).toBe(before);
  });

  it("prints what the changelog says of a version, and nothing else", () => {
    run("99.1.0");
    expect(run("--notes", "99.1.0").stdout).toBe("- Something new.\n");
    expect(run("--notes", "99.2.0").stderr).toContain("99.2.0 is not the version of manifest.json");
  });

  it.each([
    ["no version", [], () => undefined, /^Say which version/],
    ["a letter before the version", ["v1.2.3"], () => undefined, /^Say which version/],
    ["an option that there is not", ["--push"], () => undefined, /^Unknown option '--push'/],
    ["an earlier version", ["0.0.2"], () => undefined, /^0\.0\.2 is not later than /],
    ["a change that is not committed", ["99.1.0"], () => writeFileSync(join(folder, "A.md"), ""), /not committed/],
    [
      "a changelog without news",
      ["99.1.0"],
      () => commit("CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n## 0.0.1 (2026-01-01)\n\n- First.\n"),
      /says nothing/,
    ],
    ["a changelog without a section for them", ["99.1.0"], () => commit("CHANGELOG.md", "# Changelog\n"), /no section/],
    [
      "a licence of years ago",
      ["99.1.0"],
      () => commit("LICENSE", "MIT License\n\nCopyright (C) 2020 by A\n"),
      /copyright/,
    ],
  ])("refuses %s, and changes nothing", (_, args, prepare, sentence) => {
    prepare();
    const head = git("rev-parse", "HEAD");
    const manifest = read("manifest.json");
    const { status, stderr } = run(...args);
    expect(stderr).toMatch(sentence);
    expect(status).toBe(1);
    expect([git("rev-parse", "HEAD"), read("manifest.json")]).toEqual([head, manifest]);
  });
});
