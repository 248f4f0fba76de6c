// @vitest-environment happy-dom
// The built plugin while the vault goes its own way: other devices, late files, and writes that fail.
import { afterEach, describe, expect, it, vi } from "vitest";
import { builtPlugin } from "../host/built-plugin";
import { lookAway, showRoadmapOf, startTestApp, type TestApp, type TestAppOptions } from "../host/test-app";

const MAP = "---\ntype: moc\n---\n# Bread\n\n- [[Flour]]\n- [[Water]]\n";
const notes = { "Bread.md": MAP, "Flour.md": "# Flour\n", "Water.md": "# Water\n" };

const open: TestApp[] = [];
const eventually = (check: () => void): Promise<void> => vi.waitFor(() => (lookAway(), check()), { timeout: 6000 });

async function start(options: TestAppOptions = {}, texts: Readonly<Record<string, string>> = notes): Promise<TestApp> {
  const test = await startTestApp(texts, { plugins: [builtPlugin()], ...options });
  open.push(test);
  await showRoadmapOf(test, "Bread");
  return test;
}

/** Titles with their states, as the sidebar of an app shows them. */
function rows({ containerEl }: TestApp): readonly string[] {
  const shown = containerEl.findAll(".moc-path-row.mod-entry").filter((row) => row.style.display !== "none");
  return shown.map(
    (row) =>
      `${row.find(".moc-path-title").getText()} ${/is-(todo|doing|done|skipped)/u.exec(row.className)?.[1] ?? row.className}`,
  );
}

function click({ containerEl }: TestApp, title: string): void {
  const row = containerEl
    .findAll(".moc-path-row.mod-entry")
    .find((one) => one.find(".moc-path-title").getText() === title);
  row?.querySelector(".moc-path-state")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const { app } of open.splice(0)) await app.close();
  document.body.empty();
});

describe("a vault that changes outside the app", () => {
  it("is shown as it is now: an edited map, a note that came, one that went", async () => {
    const test = await start();
    await eventually(() => expect(rows(test)).toEqual(["Flour todo", "Water todo"]));
    await test.outside.burst(async (disk) => {
      await disk.write("Bread.md", MAP.replace("Water", "Salt"));
      await disk.write("Salt.md", "# Salt\n");
    });
    await eventually(() => expect(rows(test)).toEqual(["Flour todo", "Salt todo"]));
    await test.outside.delete("Flour.md");
    await eventually(() =>
      expect(test.containerEl.querySelector(".mod-missing .moc-path-title")?.textContent).toBe("Flour"),
    );
  });

  it("may bring its maps and notes after the app has started", async () => {
    const test = await start({}, { "Other.md": "" });
    await test.outside.arrive(notes);
    await test.app.workspace.openLinkText("Bread", "");
    await eventually(() => expect(rows(test)).toEqual(["Flour todo", "Water todo"]));
  });

  it("brings the marks of another device, each way", async () => {
    const one = await start();
    const two = await start({ beside: one });
    await eventually(() => expect([rows(one).length, rows(two).length]).toEqual([2, 2]));
    click(one, "Flour");
    click(two, "Water");
    for (const device of [one, two])
      await eventually(() => expect(rows(device)).toEqual(["Flour doing", "Water doing"]));
    expect(Object.keys(one.backend.texts()).filter((path) => path.startsWith("MOC Path/"))).toHaveLength(2);
  });
});

describe("a write that goes wrong", () => {
  it("leaves the mark visible as unsaved, and is tried again", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const test = await start();
    await eventually(() => expect(rows(test)).toHaveLength(2));
    test.faults.fail("write", new Error("ENOSPC: no space left on device"), { path: /^MOC Path/u });
    click(test, "Flour");
    await eventually(() => expect(test.containerEl.querySelector(".moc-path-unsaved")?.textContent).toMatch(/\S/u));
    expect(rows(test)[0]).toBe("Flour doing");
    test.faults.clear();
    await eventually(() => expect(Object.values(test.backend.texts()).join("")).toContain('"state":"doing"'));
    await eventually(() => expect(test.containerEl.querySelector(".moc-path-unsaved")).toBeNull());
  });

  it("because something else has the folder's name is kept until that is out of the way", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const test = await start({}, { ...notes, "MOC Path": "a file without extension" });
    await eventually(() => expect(rows(test)).toHaveLength(2));
    click(test, "Flour");
    await eventually(() => expect(test.containerEl.querySelector(".moc-path-unsaved")).not.toBeNull());
    expect(rows(test)[0]).toBe("Flour doing");
    await test.outside.delete("MOC Path");
    await eventually(() => expect(test.containerEl.querySelector(".moc-path-unsaved")).toBeNull());
    expect(Object.values(test.backend.texts()).join("")).toContain('"state":"doing"');
  });

  it("to the storage of a device that is full costs neither mark nor journal", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const test = await start();
    await eventually(() => expect(rows(test)).toHaveLength(2));
    vi.spyOn(test.storage, "setItem").mockImplementation(() => {
      throw new Error("QuotaExceededError");
    });
    click(test, "Flour");
    await eventually(() => expect(rows(test)[0]).toBe("Flour doing"));
    await eventually(() => expect(Object.values(test.backend.texts()).join("")).toContain('"state":"doing"'));
    expect(warned).toHaveBeenCalledTimes(1);
  });

  it("while another program adds to the same journal leaves what both wrote", async () => {
    const test = await start();
    const journal = (): string => Object.keys(test.backend.texts()).find((path) => path.startsWith("MOC Path/")) ?? "";
    await eventually(() => expect(rows(test)).toHaveLength(2));
    click(test, "Flour");
    await eventually(() => expect(journal()).not.toBe(""));
    test.faults.delay("write", 60, { path: /^MOC Path/u });
    click(test, "Water");
    await test.outside.write(journal(), `${test.backend.texts()[journal()] ?? ""}words of another program\n`);
    await eventually(() =>
      expect(test.backend.texts()[journal()]).toMatch(/Flour[^]*words of another program\n[^]*Water/u),
    );
    test.faults.clear();
  });

  it("but had reached the disk writes no mark twice", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const test = await start();
    await eventually(() => expect(rows(test)).toHaveLength(2));
    test.faults.failAfter("write", undefined, { path: /^MOC Path/u, times: 1 });
    click(test, "Flour");
    click(test, "Water");
    const journal = (): string =>
      Object.entries(test.backend.texts()).find(([path]) => path.startsWith("MOC Path/"))?.[1] ?? "";
    await eventually(() => expect(journal()).toContain("Water"));
    expect(journal().match(/"id":/gu)).toHaveLength(2);
  });

  it("a slow one at the end of the app still writes", async () => {
    const test = await start();
    await eventually(() => expect(rows(test)).toHaveLength(2));
    test.faults.delay("write", 50, { path: /^MOC Path/u });
    click(test, "Flour");
    await Promise.resolve();
    await test.app.close();
    await eventually(() => expect(Object.values(test.backend.texts()).join("")).toContain('"state":"doing"'));
  });
});
