// The permissions of the workflows, and the things they publish.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";

const folder = ".github/workflows";
const texts = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "utf8"));

interface Workflow {
  readonly on: { readonly push: { readonly tags?: readonly string[] } };
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: unknown; readonly needs?: string; readonly steps?: readonly { readonly run?: string }[] }
    >
  >;
}

const release = parse(readFileSync(`${folder}/release.yml`, "utf8")) as Workflow;

it("pins every action by its commit, and says which version that is", () => {
  const used = texts.flatMap((text) => [...text.matchAll(/uses: (.*)$/gm)].map(([, name = ""]) => name));
  expect(used.length).toBeGreaterThan(3);
  expect(
    used.filter(
      (name) => !/^(?:\.\/\.github\/workflows\/ci\.yml|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(name),
    ),
  ).toEqual([]);
});

it("lets every workflow read only, and the publishing job write a release and attest it", () => {
  for (const text of texts) expect((parse(text) as Workflow).permissions).toEqual({ contents: "read" });
  expect(release.jobs["publish"]?.permissions).toEqual({
    contents: "write",
    "id-token": "write",
    attestations: "write",
  });
});

it("publishes the three files that Obsidian installs, tested, under a tag of three numbers", () => {
  const publish =
    release.jobs["publish"]?.steps?.map(({ run = "" }) => run).find((run) => run.startsWith("gh release create")) ?? "";
  expect(publish).toMatch(/ main\.js manifest\.json styles\.css$/);
  expect(release.jobs["publish"]?.needs).toBe("test");
  expect(release.on.push.tags).toEqual(["[0-9]+.[0-9]+.[0-9]+"]);
});
