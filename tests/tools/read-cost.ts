// The cost of reading a map whole, counted for each of its links: the bytes that are allocated and the patterns that
// are tried. Run with `--no-opt`, which allocates what is written however long it has run, and with a young generation
// in which all has room; counts are the same then on any machine and under any load.
import { getHeapStatistics } from "node:v8";
import { read } from "../bench/contenders";
import { generateMap } from "../bench/generated-map";

const LINKS = 500;
const MAP = generateMap(LINKS);
/** Allocations of the first run of a function are not counted. */
const WARM_UP = 5;

function bytes(): number {
  const before = getHeapStatistics().used_heap_size;
  read(MAP);
  return getHeapStatistics().used_heap_size - before;
}

type Exec = (this: RegExp, text: string) => RegExpExecArray | null;

/** Whatever tries a pattern calls `exec`, once it is no longer the built-in one. */
function patterns(): number {
  let count = 0;
  const { value: exec } = Object.getOwnPropertyDescriptor(RegExp.prototype, "exec") as { readonly value: Exec };
  RegExp.prototype.exec = function (text) {
    count++;
    return exec.call(this, text);
  };
  read(MAP);
  RegExp.prototype.exec = exec;
  return count;
}

for (let count = 0; count < WARM_UP; count++) read(MAP);
process.stdout.write(JSON.stringify({ bytes: bytes() / LINKS, patterns: patterns() / LINKS }));
