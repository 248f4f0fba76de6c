// The ways of addresses and the command line to the plugins that handle them.
import { describe, expect, it } from "vitest";
import { OutsideCalls } from "./outside-calls";

describe("an obsidian:// address", () => {
  it("reaches its handler with decoded parameters, one without a value being true", () => {
    const calls = new OutsideCalls();
    const seen: unknown[] = [];
    const end = calls.registerProtocol("probe", (data) => seen.push(data));
    calls.openUri("obsidian://probe?map=AI%2F%E7%9B%AE%E5%BD%95.md&next");
    expect(seen).toEqual([{ action: "probe", map: "AI/目录.md", next: "true" }]);
    end();
    expect(() => calls.openUri("obsidian://probe")).toThrow("Nothing handles obsidian://probe");
  });
});

describe("the command line", () => {
  it("gives a command its parameters and prints what it answers", async () => {
    const calls = new OutsideCalls();
    calls.registerCommand(
      "probe:look",
      "Looks.",
      { map: { value: "<path>", description: "Where.", required: true } },
      (params) => Promise.resolve(JSON.stringify(params)),
    );
    expect(await calls.runCommand(["probe:look", "map=a=b", "fast"])).toBe('{"map":"a=b","fast":"true"}');
    expect(await calls.runCommand(["probe:look"])).toBe("Error: Missing required parameter: map=<path>");
    expect(calls.help()).toEqual(["probe:look map=<path> – Looks."]);
  });

  it("has each command once, under a name without spaces", async () => {
    const calls = new OutsideCalls();
    calls.registerCommand("probe", "", null, () => "");
    expect(() => calls.registerCommand("probe", "", null, () => "")).toThrow("already registered");
    expect(() => calls.registerCommand("pro be", "", null, () => "")).toThrow("space");
    expect(await calls.runCommand(["other"])).toBe('Error: Command "other" not found.');
  });
});
