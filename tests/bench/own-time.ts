// The time of the processor that this thread has had: what else runs on the machine is no part of it, nor are the
// engine's helpers, which collect garbage and compile beside it.
import { existsSync, readFileSync } from "node:fs";

const SCHEDULED = `/proc/self/task/${process.pid}/schedstat`;
const NS_PER_MS = 1e6;
const hasOwn = existsSync(SCHEDULED);

/** Milliseconds; elsewhere than on Linux those of all threads of the process. */
export function ownTime(): number {
  if (hasOwn) return Number(readFileSync(SCHEDULED, "utf8").split(" ")[0]) / NS_PER_MS;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
