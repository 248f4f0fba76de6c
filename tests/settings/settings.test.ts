// Settings as they are read from whatever the plugin's data holds, and saved without loss of anything else in it.
import { describe, expect, it } from "vitest";
import { fail } from "../logs";
import { ReaderSettings, type Data, type SavedData } from "../../src/settings/reader-settings";
import { DEFAULT_SETTINGS, findSameMaps, journalFolder, readSettings } from "../../src/settings/settings";

/** Data in memory; a text that is no JSON is damaged. */
class FakeData implements SavedData {
  kept: string | null = null;

  constructor(public text: string | null) {}

  async load(): Promise<Data> {
    await Promise.resolve();
    return this.text === null ? {} : (JSON.parse(this.text) as Data);
  }

  async save(data: unknown): Promise<void> {
    await Promise.resolve();
    this.text = JSON.stringify(data);
  }

  keepDamaged(): Promise<void> {
    this.kept = this.text;
    return Promise.resolve();
  }
}

async function read(text: string | null): Promise<{ data: FakeData; settings: ReaderSettings }> {
  const data = new FakeData(text);
  const settings = new ReaderSettings(data, fail);
  await settings.read();
  return { data, settings };
}

describe("saved settings", () => {
  it("that are missing are as at first", async () => {
    for (const text of [null, "{}"]) expect((await read(text)).settings.current).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ["names", "MOC"],
    ["names", ["MOC", 7]],
    ["excludedFolders", { a: 1 }],
    ["marks", "no"],
    ["folder", null],
    ["tasks", true],
    ["tasks", "sometimes"],
  ])("of which %s is %j are as at first there, which is said, and hold elsewhere", (key, value) => {
    const { settings, wrong } = readSettings({ follow: false, [key]: value });
    expect([settings, wrong]).toEqual([{ ...DEFAULT_SETTINGS, follow: false }, [key]]);
  });

  it("keep what a newer version or another hand has written, when one of them is set", async () => {
    const { data, settings } = await read('{"future":{"a":1},"marks":"no","lengths":false}');
    expect(settings.damaged).toEqual(["marks"]);
    await settings.set("follow", false);
    expect(JSON.parse(data.text ?? "")).toEqual({ future: { a: 1 }, marks: "no", lengths: false, follow: false });
  });

  it("that another device has changed since are not taken back by setting one here", async () => {
    const { data, settings } = await read("{}");
    data.text = '{"remarks":true}';
    await settings.set("follow", false);
    expect(JSON.parse(data.text)).toEqual({ remarks: true, follow: false });
  });

  it("that are no JSON are kept aside before anything takes their place", async () => {
    const { data, settings } = await read('{"marks":fal');
    expect([settings.current, settings.damaged]).toEqual([DEFAULT_SETTINGS, ["data.json"]]);
    await Promise.all([settings.set("follow", false), settings.set("marks", false)]);
    expect([data.kept, JSON.parse(data.text ?? ""), settings.damaged]).toEqual([
      '{"marks":fal',
      { follow: false, marks: false },
      [],
    ]);
  });
});

describe("a change", () => {
  it("holds and is told of at once, with what held before, even if it cannot be saved", async () => {
    const { data, settings } = await read("{}");
    const told: unknown[] = [];
    const end = settings.onChange((now, before) => told.push([before.place, now.place]));
    data.save = () => Promise.reject(new Error("ENOSPC"));
    await expect(settings.set("place", false)).rejects.toThrow("ENOSPC");
    end();
    await settings.read();
    expect(told).toEqual([[true, false]]);
  });

  it("finds other maps only if names or folders are others", () => {
    expect(findSameMaps(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, names: [...DEFAULT_SETTINGS.names] })).toBe(true);
    expect(findSameMaps(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, excludedFolders: ["Attic"] })).toBe(false);
  });
});

it.each([
  ["MOC Path", "MOC Path"],
  ["/Notes/Progress/ ", "Notes/Progress"],
  ["/", ""],
])("the folder %j for progress is %j", (written, folder) => {
  expect(journalFolder({ ...DEFAULT_SETTINGS, folder: written })).toBe(folder);
});
