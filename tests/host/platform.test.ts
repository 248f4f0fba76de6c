// The app's account of itself, and paths and values in its forms.
import { afterEach, describe, expect, it } from "vitest";
import { LocalStorage, MemoryStore } from "./local-storage";
import {
  apiVersion,
  getLanguage,
  isRtl,
  normalizePath,
  Platform,
  requireApiVersion,
  setDevice,
  setLanguage,
} from "./platform";

afterEach(() => {
  setLanguage("en");
  setDevice("desktop");
});

describe("a version", () => {
  it.each([
    ["1.13.7", true],
    ["1.13.0", true],
    ["1.9.14", true],
    ["0.15.0", true],
    ["1.13.10", false],
    ["1.14.0", false],
    ["2.0.0", false],
  ])(`${apiVersion} is at least %s: %s`, (version, isEnough) => {
    expect(requireApiVersion(version)).toBe(isEnough);
  });
});

describe("a path", () => {
  it.each([
    ["/a//b/", "a/b"],
    ["a\\b", "a/b"],
    ["", "/"],
    ["/", "/"],
    ["a\u00A0b\u202Fc.md", "a b c.md"],
    ["e\u0301.md", "\u00E9.md"],
  ])("%j is normally %j", (path, normal) => {
    expect(normalizePath(path)).toBe(normal);
  });
});

describe("the language", () => {
  it("is English until another is set", () => {
    expect(getLanguage()).toBe("en");
    setLanguage("zh");
    expect(getLanguage()).toBe("zh");
  });
});

describe("this device's storage", () => {
  it("keeps any JSON, for each vault apart", () => {
    const store = new MemoryStore();
    const [one, other] = [new LocalStorage(store, "one"), new LocalStorage(store, "other")];
    one.save("key", { list: [1, null], text: "水" });
    expect([one.load("key"), other.load("key"), one.load("none")]).toEqual([
      { list: [1, null], text: "水" },
      null,
      null,
    ]);
    one.save("false", false);
    expect(one.load("false")).toBe(false);
  });

  it("forgets what is set to null, and takes what is no JSON for nothing", () => {
    const store = new MemoryStore();
    const storage = new LocalStorage(store, "one");
    storage.save("key", 1);
    storage.save("key", null);
    expect(store.getItem("one-key")).toBeNull();
    store.setItem("one-key", "{ broken");
    expect(storage.load("key")).toBeNull();
  });
});

describe("a device", () => {
  it.each([
    [
      "desktop",
      { isDesktop: true, isDesktopApp: true, isMobile: false, isPhone: false, isTablet: false, isLinux: true },
    ],
    [
      "tablet",
      { isDesktop: false, isDesktopApp: false, isMobile: true, isPhone: false, isTablet: true, isAndroidApp: true },
    ],
    ["phone", { isDesktop: false, isMobileApp: true, isMobile: true, isPhone: true, isTablet: false, isLinux: false }],
  ] as const)("is told of as %s", (device, expected) => {
    setDevice(device);
    expect(Platform).toMatchObject(expected);
  });
});

describe("an interface", () => {
  it.each([
    ["en", false],
    ["zh", false],
    ["ar", true],
    ["he", true],
  ])("in %s is written from right to left: %s", (lang, expected) => {
    setLanguage(lang);
    expect(isRtl()).toBe(expected);
  });
});
