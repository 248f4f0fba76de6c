// The directory's demands on manifest, versions, licence and packages, and that these agree with each other.
// (Names of keys and words of the description are also checked by the official lint rule.)
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Json = Readonly<Record<string, unknown>>;
const json = (path: string): Json => JSON.parse(readFileSync(path, "utf8")) as Json;
const text = (path: string): string => readFileSync(path, "utf8");

const manifest = json("manifest.json");
const packed = json("package.json");
const version = String(manifest["version"]);

describe("manifest.json", () => {
  it("has the keys that the directory asks for, and no others", () => {
    const asked = ["author", "description", "id", "isDesktopOnly", "minAppVersion", "name", "version"];
    const allowed = [...asked, "authorUrl", "fundingUrl"];
    expect(Object.keys(manifest)).toEqual(expect.arrayContaining(asked));
    expect(Object.keys(manifest).filter((key) => !allowed.includes(key))).toEqual([]);
  });

  it("has an id and a name within the rules", () => {
    expect(manifest["id"]).toMatch(/^(?!.*obsidian)(?!.*plugin$)[a-z]+(?:-[a-z]+)*$/);
    expect(manifest["name"]).toMatch(/^(?!.*(?:Obsi|sidian|Plugin))[\x20-\x7e]+$/);
  });

  it("has versions of three numbers", () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(manifest["minAppVersion"]).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("describes an action in one sentence of plain characters", () => {
    expect(manifest["description"]).toMatch(/^[A-Z][\w\s.,!?'"-]{9,248}\.$/);
    expect(manifest["description"]).not.toMatch(/obsidian|plugin/i);
  });
});

describe("the files of a release", () => {
  it("name one version, which the changelog tells of", () => {
    expect(packed["version"]).toBe(version);
    expect(json("package-lock.json")["version"]).toBe(version);
    expect(text("CHANGELOG.md")).toContain(`\n## ${version} `);
  });

  it("say in versions.json which app each version needs", () => {
    expect(json("versions.json")[version]).toBe(manifest["minAppVersion"]);
  });

  it("are built, not committed", () => {
    expect(text(".gitignore").split("\n")).toContain("/main.js");
  });

  it("come with a licence that is recognised, and with what strangers look for", () => {
    expect(text("LICENSE")).toMatch(
      /^MIT License\n\nCopyright \(C\) 20\d\d(?:-20\d\d)? by (?!Dynalist).+\n\nPermission is hereby granted, free of charge, /,
    );
    for (const path of ["README.md", "CONTRIBUTING.md", "SECURITY.md", "package-lock.json"])
      expect(existsSync(path), path).toBe(true);
  });
});

describe("the packages", () => {
  it("are needed for development only, each at one exact version", () => {
    expect(packed["dependencies"]).toBeUndefined();
    const versions = Object.values(packed["devDependencies"] as Json);
    expect(versions.filter((one) => !/^\d+\.\d+\.\d+$/.test(String(one)))).toEqual([]);
  });

  it("come from the registry that whoever installs them has chosen", () => {
    expect(text("package-lock.json")).not.toMatch(/"resolved": "(?!file:)/);
  });
});
