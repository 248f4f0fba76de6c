// `npm run release -- X.Y.Z`: writes the version into manifest, packages, versions and changelog,
// commits and tags; pushing is left to you.
// `npm run --silent release -- --notes X.Y.Z`: what the changelog says of a version.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { firstSentence, SetupError } from "./setup.mjs";

const UNRELEASED = /^## (?:Unreleased|(\d+\.\d+\.\d+) \(unreleased\))$/m;

const read = (path) => readFileSync(path, "utf8");
const readJson = (path) => JSON.parse(read(path));
const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
const git = (...args) => execFileSync("git", args, { encoding: "utf8" });

/** Everything that would make this no release. Throws one sentence about the first. */
function check(version) {
  const { version: present } = readJson("manifest.json");
  const planned = UNRELEASED.exec(read("CHANGELOG.md"));
  const year = new Date().getFullYear();
  if (!planned) throw new SetupError("CHANGELOG.md has no section “Unreleased”.");
  if (!notesOf(planned[0].slice(3))) throw new SetupError("The changelog says nothing about this version.");
  if (planned[1] !== version && compare(version, present) <= 0)
    throw new SetupError(`${version} is not later than ${present}.`);
  if (!read("LICENSE").split("\n\n")[1]?.includes(String(year)))
    throw new SetupError(`The copyright in LICENSE does not name ${year}, which the directory's scan asks for.`);
  if (git("status", "--porcelain") !== "") throw new SetupError("There are changes that are not committed.");
}

const compare = (one, other) => one.localeCompare(other, "en", { numeric: true });

/** The text of the changelog under a heading, without the heading. */
function notesOf(heading) {
  const section = read("CHANGELOG.md")
    .split(/^## /m)
    .find((text) => text.startsWith(heading));
  return section?.split("\n").slice(1).join("\n").trim() ?? "";
}

function bump(version) {
  const manifest = readJson("manifest.json");
  const lock = readJson("package-lock.json");
  writeJson("manifest.json", { ...manifest, version });
  writeJson("versions.json", { ...readJson("versions.json"), [version]: manifest.minAppVersion });
  writeJson("package.json", { ...readJson("package.json"), version });
  writeJson("package-lock.json", {
    ...lock,
    version,
    packages: { ...lock.packages, "": { ...lock.packages[""], version } },
  });
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync("CHANGELOG.md", read("CHANGELOG.md").replace(UNRELEASED, `## ${version} (${today})`));
}

function release(version) {
  check(version);
  bump(version);
  git("commit", "--all", "--message", `Release ${version}`);
  git("tag", "--annotate", version, "--message", version);
  console.log(`${version} is committed and tagged. After a last look, publish it: git push --follow-tags`);
}

function printNotes(version) {
  const notes = notesOf(`${version} (2`);
  if (!notes || readJson("manifest.json").version !== version)
    throw new SetupError(`${version} is not the version of manifest.json and CHANGELOG.md.`);
  console.log(notes);
}

function parse(args) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { notes: { type: "boolean" } } });
  } catch (error) {
    throw new SetupError(firstSentence(error));
  }
}

try {
  const { values, positionals } = parse(process.argv.slice(2));
  const [version = ""] = positionals;
  if (positionals.length !== 1 || !/^\d+\.\d+\.\d+$/.test(version))
    throw new SetupError("Say which version, as three numbers: npm run release -- X.Y.Z");
  if (values.notes) printNotes(version);
  else release(version);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
