// `npm run shots [-- NAME…]`: pictures of every state of the plugin, and a page of them all, in dist/screenshots.
// Names choose sittings that begin so; without one, all are taken.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeContactSheet } from "../shots/contact-sheet";
import { sittings } from "../shots/sittings";
import { sit, type Picture } from "../shots/studio";

const folder = join(fileURLToPath(new URL("../../..", import.meta.url)), "dist", "screenshots");

async function run(names: readonly string[]): Promise<void> {
  const chosen = (await sittings()).filter(
    ({ name }) => names.length === 0 || names.some((one) => name.startsWith(one)),
  );
  if (names.length === 0) await rm(folder, { recursive: true, force: true });
  const pictures: Picture[] = [];
  for (const sitting of chosen) {
    pictures.push(...(await sit(sitting, folder)));
    process.stdout.write(`${sitting.name}: ${sitting.scenes.length} pictures\n`);
  }
  process.stdout.write(`${await writeContactSheet(folder, pictures)}\n`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
