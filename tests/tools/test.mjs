// `npm test`: installs missing packages, then checks types, lint and styles beside the browser's installation, the
// build and the unit tests, and at last end to end.
// Every step runs, whatever came of the one before; the last line counts all of them.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPlugin } from "./bundle.mjs";
import { ensureBrowser, ensureModules, root } from "./setup.mjs";

const reports = mkdtempSync(join(tmpdir(), "moc-path-reports-"));
const bin = (...path) => join(root, "node_modules", ...path);
/** The file in which a check remembers its last run: the files it passed, by their content. */
const memory = (name) => join(root, "node_modules", ".cache", "moc-path", name);

/** A step that passes or fails as a whole. */
const single = (isPassed) => ({ passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 });

/** Runs a Node program with its output passed on; true if it ends well. */
function runNode(args) {
  return new Promise((fulfil) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", () => fulfil(false));
    child.on("close", (code) => fulfil(code === 0));
  });
}

/** The same for a program that runs beside others: its output is passed on in one piece when it ends. */
function runBeside(args) {
  return new Promise((fulfil) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => output.push(data));
    child.on("error", () => fulfil(false));
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(output));
      fulfil(code === 0);
    });
  });
}

function attempt(task) {
  try {
    task();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** Runs vitest projects and counts their tests; files that could not even be loaded count as failed. */
async function vitest(...projects) {
  const file = join(reports, `${projects.join("-")}.json`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const args = ["run", ...chosen, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const isPassed = await runNode([bin("vitest", "vitest.mjs"), ...args]);
  try {
    return countsOf(JSON.parse(readFileSync(file, "utf8")), isPassed);
  } catch {
    return single(false);
  }
}

function countsOf({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }, isPassed) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((one) => one.status === "failed"),
  ).length;
  const failed = numFailedTests + broken;
  return {
    passed: numPassedTests,
    failed: isPassed ? failed : Math.max(1, failed),
    skipped: numPendingTests + numTodoTests,
  };
}

const PACKAGES = ["packages", async () => single(attempt(ensureModules))];
const BROWSER = ["browser", async () => single(attempt(ensureBrowser))];
const BUILD = ["build", async () => single(attempt(buildPlugin))];
const UNIT = ["unit", () => vitest("pure", "unit")];
const E2E = ["e2e", () => vitest("e2e")];
const CHECKS = [
  [
    "types",
    async () =>
      single(
        await runBeside([
          bin("typescript", "bin", "tsc"),
          ...["--noEmit", "--incremental", "--tsBuildInfoFile", memory("types.json")],
        ]),
      ),
  ],
  ["lint", async () => single(await runBeside([bin("eslint", "bin", "eslint.js"), "."]))],
  ["styles", async () => single(await runBeside([bin("stylelint", "bin", "stylelint.mjs"), "styles.css"]))],
  [
    "format",
    async () =>
      single(
        await runBeside([
          bin("prettier", "bin", "prettier.cjs"),
          ...["--check", "--log-level=warn", "--cache", "--cache-strategy=content"],
          ...[`--cache-location=${memory("format.json")}`, "."],
        ]),
      ),
  ],
];

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];

/** Runs steps one after the other, and adds up what they count. */
async function runSteps(steps) {
  for (const [name, step] of steps) {
    console.log(`\n> ${name}`);
    const begin = performance.now();
    const counts = await step();
    for (const key of Object.keys(total)) total[key] += counts[key];
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    lines.push(
      `${name.padEnd(10)} ${seconds.padStart(6)} s  ${counts.failed === 0 ? "passed" : `${counts.failed} failed`}`,
    );
  }
}

await runSteps([PACKAGES]);
await Promise.all([runSteps(CHECKS), runSteps([BROWSER, BUILD, UNIT])]);
await runSteps([E2E]);
rmSync(reports, { recursive: true, force: true });
console.log(`\n${lines.join("\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exitCode = total.failed > 0 ? 1 : 0;
