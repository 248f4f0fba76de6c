// Obsidian Sync between devices that are killed, cloned, restored and edited by hand: no mark is lost by that, and none
// made up.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES, type State } from "../../src/core/base/state";
import { encodeEvent } from "../../src/progress/event";
import { Client, Server } from "./obsidian-sync";
import { Site } from "./site";

const TARGETS = ["A.md", "B.md", "Folder/A longer name.md", "A.md#Part"];

/** The changes that people and linters make to a journal. */
const EDITS: readonly ((text: string) => string)[] = [
  (text) => `${text}\`\`\`\n`,
  (text) => text.trimEnd(),
  (text) => text.replace("# Reading", "# My reading"),
  (text) => text.replace("\n\n", "\n\nA word about it.\n\n"),
  (text) => text.replaceAll("\n{", "\n\n{"),
  (text) => `${text}\nA word at the end.\n`,
  (text) => text.replace("publish: false", "publish: false\ntags:\n  - progress"),
];

const KINDS = ["kill", "close", "save", "restore", "clone", "connect", "jump"] as const;
type Step = readonly [
  kind: "mark" | "pass" | "edit" | "sync" | (typeof KINDS)[number],
  at: number,
  with_: number,
  state: State,
];

const step = (sites: number): fc.Arbitrary<Step> =>
  fc.tuple(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom("mark" as const, "pass" as const, "edit" as const) },
      { weight: 4, arbitrary: fc.constant("sync" as const) },
      { weight: 5, arbitrary: fc.constantFrom(...KINDS) },
    ),
    fc.nat(sites - 1),
    fc.nat(20),
    fc.constantFrom(...STATES),
  );

/** Somebody changes a journal by hand. */
function edit({ vault, progress }: Site, number: number): void {
  const paths = [...vault.texts.keys()];
  const path = paths[number % paths.length];
  const change = EDITS[number % EDITS.length];
  if (path === undefined || !change) return;
  const text = change(vault.texts.get(path) ?? "");
  vault.texts.set(path, text);
  progress.journals.absorb({ path, text });
}

async function take(clients: readonly Client<Site>[], [kind, at, number, state]: Step): Promise<void> {
  const client = clients[at]!;
  const { site } = client;
  if (kind === "mark") await site.progress.mark([TARGETS[number % TARGETS.length]!], state);
  else if (kind === "pass") await site.device.pass(4000);
  else if (kind === "sync") client.sync();
  else if (kind === "kill" || kind === "close") await site.restart(kind === "kill");
  else if (kind === "save") site.save();
  else if (kind === "restore") await site.restore();
  else if (kind === "edit") edit(site, number);
  else if (kind === "connect") client.connectAnew();
  else if (kind === "jump") site.device.time += (number - 10) * 3_600_000;
  else if (clients[number % clients.length] !== client) {
    await settleAll(clients);
    // An older copy of what a storage that is overlaid now had written would be all that there is.
    for (const other of clients) other.site.save();
    await site.cloneOf(clients[number % clients.length]!.site);
  }
}

/** Everything reaches everybody. */
async function settleAll(clients: readonly Client<Site>[]): Promise<void> {
  for (let round = 0; round < 4; round++) {
    for (const { site } of clients) await site.restart();
    for (const { site } of clients) await site.device.pass(40_000);
    for (const client of [...clients, ...clients]) client.sync();
  }
}

const eventsAt = ({ progress }: Site): ReadonlyMap<string, string> =>
  new Map([...progress.exported().events].map((event) => [event.id, encodeEvent(event)]));

describe("two to four devices that Obsidian Sync keeps in step", () => {
  it("end in one state, without a lost mark and without one that nobody made", async () => {
    const runs = fc
      .integer({ min: 2, max: 4 })
      .chain((count) => fc.tuple(fc.constant(count), fc.array(step(count), { minLength: 10, maxLength: 60 })));
    await fc.assert(
      fc.asyncProperty(runs, async ([count, steps]) => {
        const server = new Server();
        const clients = Array.from({ length: count }, (_, index) => new Client(new Site(index + 1), server));
        const made = new Map<string, string>();
        for (const { site } of clients) await site.progress.journals.load();
        for (const one of steps) {
          await take(clients, one);
          if (one[0] === "mark") for (const event of eventsAt(clients[one[1]]!.site)) made.set(...event);
        }
        await settleAll(clients);
        for (const { site } of clients) {
          expect(TARGETS.map((target) => site.progress.state(target))).toEqual(
            TARGETS.map((target) => clients[0]!.site.progress.state(target)),
          );
          expect(eventsAt(site)).toEqual(made);
        }
      }),
      { numRuns: Number(process.env["RUNS"] ?? 150) },
    );
  });
});
