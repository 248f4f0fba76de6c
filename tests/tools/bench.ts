// `npm run bench [-- NAME…]`: measures what the design sets budgets for; without a name, all of it.
// Missed budgets are said, never an error.
import { benchIndex } from "../bench/build";
import { benchEditor } from "../bench/editor";
import { benchFindings } from "../bench/findings";
import { benchHome } from "../bench/home";
import { benchIdentity } from "../bench/identity";
import { benchJournal } from "../bench/journal";
import { benchParse } from "../bench/parse";
import { benchPlaces } from "../bench/places";
import { benchSidebar } from "../bench/sidebar";

const BENCHES: ReadonlyMap<string, () => void | Promise<void>> = new Map([
  ["parse", benchParse],
  ["index", benchIndex],
  ["editor", benchEditor],
  ["sidebar", benchSidebar],
  ["journal", benchJournal],
  ["identity", benchIdentity],
  ["places", benchPlaces],
  ["findings", benchFindings],
  ["home", benchHome],
]);

async function run(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !BENCHES.has(name));
  if (unknown !== undefined)
    throw new Error(`There is no bench "${unknown}"; there are: ${[...BENCHES.keys()].join(", ")}.`);
  for (const [name, bench] of BENCHES) if (names.length === 0 || names.includes(name)) await bench();
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
