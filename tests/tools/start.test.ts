import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

function start(...args: string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, ["tests/tools/start.mjs", "--no-open", ...args], { encoding: "utf8" });
}

test.each([
  [["--vault", "no-such-folder"], /^The vault folder ".*no-such-folder" does not exist\.\n$/u],
  [["--port", "many"], /^"many" is no port\.\n$/u],
  [["--colour"], /^Unknown option '--colour'\.\n$/u],
])("npm start with %j says in one sentence what is wrong, and exits with 1", (args, sentence) => {
  const { status, stderr } = start(...args);
  expect(stderr).toMatch(sentence);
  expect(status).toBe(1);
});
