// @vitest-environment happy-dom
// Everything that obsidian.d.ts declares as global is on the window, and does what the app's own does.
import { readFileSync } from "node:fs";
import ts from "typescript";
import { afterEach, describe, expect, it, vi } from "vitest";
import { installDom } from "./install";

installDom(window);

/**
 * Names that obsidian.d.ts declares as global: functions and variables under "window", members under their interface.
 */
function declaredGlobals(): readonly (readonly [owner: string, name: string])[] {
  const source = ts.createSourceFile(
    "obsidian.d.ts",
    readFileSync("node_modules/obsidian/obsidian.d.ts", "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const block = source.statements.find(
    (one) => ts.isModuleDeclaration(one) && one.name.text === "global",
  ) as ts.ModuleDeclaration;
  return (block.body as ts.ModuleBlock).statements.flatMap((one) => {
    if (ts.isFunctionDeclaration(one)) return [["window", one.name?.text ?? ""] as const];
    if (ts.isVariableStatement(one))
      return one.declarationList.declarations.map(({ name }) => ["window", name.getText()] as const);
    return ts.isInterfaceDeclaration(one)
      ? one.members.map((member) => [one.name.text, member.name?.getText() ?? ""] as const)
      : [];
  });
}

/** The object that holds the members of a declared interface at run time; null for one that is only a type. */
function ownerOf(name: string): object | null {
  if (name === "window" || name === "Window") return window;
  if (name.endsWith("Constructor")) return Reflect.get(window, name.replace("Constructor", "")) as object;
  if (name === "Math") return Math;
  const type: unknown = Reflect.get(window, name);
  return typeof type === "function" ? (type.prototype as object) : null;
}

afterEach(() => document.body.empty());

describe("what is declared as global", () => {
  it("is there, apart from the app's own notes and what iPads add to touches", () => {
    const missing = declaredGlobals().filter(([owner, name]) => {
      const target = ownerOf(owner);
      return target !== null && name !== "_EVENTS" && !(name in target);
    });
    expect(missing.filter(([owner]) => owner !== "Touch")).toEqual([]);
  });

  it("says so by name where the stand-in has nothing behind it", () => {
    expect(() => createDiv().onNodeInserted(() => undefined)).toThrow(
      "HTMLElement.onNodeInserted is not part of the stand-in app yet",
    );
    expect(() => ajax({ url: "" })).toThrow("ajax is not part");
  });

  it("is not met when members are listed", () => {
    for (const type of [Array, String, Node, Element, HTMLElement])
      expect(Object.keys(type.prototype)).not.toContain("contains");
    expect(Object.keys(Array.prototype)).toEqual([]);
  });
});

describe("making elements", () => {
  it("takes a class or a description, and puts the element into its parent", () => {
    const el = document.body.createDiv("one two");
    const link = el.createEl("a", {
      cls: ["x", "y"],
      text: "go",
      href: "#a",
      title: "Go",
      attr: { "data-n": 1, hidden: null },
    });
    el.createSpan({ text: "first", prepend: true });
    expect(document.body.innerHTML).toBe(
      '<div class="one two"><span>first</span><a class="x y" data-n="1" title="Go" href="#a">go</a></div>',
    );
    expect(link.parentElement).toBe(el);
  });

  it("fills the element before it is placed", () => {
    let wasPlaced = true;
    document.body.createEl("p", {}, (el) => (wasPlaced = el.isConnected));
    expect(wasPlaced).toBe(false);
  });

  it("without a parent leaves it loose; a fragment takes several", () => {
    expect(createEl("input", { type: "text", value: "v", placeholder: "p" }).value).toBe("v");
    const fragment = createFragment((el) => void el.createSpan({ text: "a" }).createEl("b", { text: "b" }));
    expect(document.body.createDiv({ text: fragment }).innerHTML).toBe("<span>a<b>b</b></span>");
  });

  it("draws in the namespace of SVG", () => {
    const svg = document.body.createSvg("svg", { cls: "ring", attr: { viewBox: "0 0 8 8" } });
    const circle = svg.createSvg("circle", { attr: { r: 3 } });
    expect([circle.namespaceURI, circle.getAttr("r"), svg.hasClass("ring")]).toEqual([
      "http://www.w3.org/2000/svg",
      "3",
      true,
    ]);
  });
});

describe("elements", () => {
  it("change their text, classes, attributes and styles", () => {
    const el = createDiv();
    el.setText("text");
    el.appendText("!");
    el.addClass("a", "b");
    el.toggleClass(["b", "c"], true);
    el.toggleClass("a", false);
    el.setAttrs({ role: "tree", "aria-level": 2, title: "x" });
    el.setAttr("title", null);
    el.setCssProps({ "--moc": "1px" });
    el.setCssStyles({ height: "2px" });
    expect([el.getText(), el.className, el.getAttr("role"), el.getAttr("aria-level"), el.getAttr("title")]).toEqual([
      "text!",
      "b c",
      "tree",
      "2",
      null,
    ]);
    expect([el.style.getPropertyValue("--moc"), el.style.height]).toEqual(["1px", "2px"]);
    el.empty();
    expect(el.childNodes).toHaveLength(0);
  });

  it("find others by selector, below, at or above themselves", () => {
    const outer = document.body.createDiv("outer");
    const inner = outer.createDiv("inner");
    expect([outer.find(".inner"), outer.findAll("div"), outer.findAllSelf("div")]).toEqual([
      inner,
      [inner],
      [outer, inner],
    ]);
    expect([inner.matchParent(".outer"), inner.matchParent("body", outer), inner.matchParent(".inner")]).toEqual([
      outer,
      null,
      inner,
    ]);
  });

  it("hide and show themselves, and leave their parent", () => {
    const el = document.body.createDiv();
    el.hide();
    expect(el.style.display).toBe("none");
    el.toggle(true);
    expect(el.style.display).toBe("");
    el.detach();
    expect([el.isConnected, el.isShown()]).toEqual([false, false]);
  });

  it("order their children and know where each is", () => {
    const el = createDiv();
    const [a, b, c] = [createSpan("a"), createSpan("b"), createSpan("c")];
    el.setChildrenInPlace([a, b]);
    el.setChildrenInPlace([c, a]);
    el.insertAfter(b, c);
    expect([...el.children].map(({ className }) => className)).toEqual(["c", "b", "a"]);
    expect([el.indexOf(a), el.indexOf(document.body)]).toEqual([2, -1]);
  });

  it("know their window and document, and what they are in any window", () => {
    const el = document.body.createDiv();
    expect([el.doc === document, el.win === window]).toEqual([true, true]);
    expect([el.instanceOf(HTMLElement), el.instanceOf(SVGElement)]).toEqual([true, false]);
    expect(new MouseEvent("click").instanceOf(MouseEvent)).toBe(true);
  });
});

describe("listeners", () => {
  it("given a selector hear what happens in such elements, until they are taken off", () => {
    const [list, heard] = [document.body.createDiv(), vi.fn()];
    const icon = list.createDiv("row").createSpan("icon");
    const listener = (_event: Event, target: HTMLElement): void => void heard(target.className);
    list.on("click", ".row", listener);
    icon.click();
    list.click();
    expect(heard.mock.calls).toEqual([["row"]]);
    list.off("click", ".row", listener);
    icon.click();
    expect(heard).toHaveBeenCalledOnce();
  });

  it("of clicks hear the middle button too", () => {
    const [el, heard] = [document.body.createDiv(), vi.fn()];
    el.onClickEvent(heard);
    el.dispatchEvent(new MouseEvent("click"));
    el.dispatchEvent(new MouseEvent("auxclick", { button: 1 }));
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe("built-ins", () => {
  it("have what the app adds to lists", () => {
    const list = [1, 2, 1, 3];
    expect([list.first(), list.last(), list.contains(2), list.unique(), Array.combine([[1], [2]])]).toEqual([
      1,
      3,
      true,
      [1, 2, 3],
      [1, 2],
    ]);
    list.remove(1);
    expect(list).toEqual([2, 3]);
    expect([([] as number[]).first(), [3, 1, 2].shuffle().sort()]).toEqual([undefined, [1, 2, 3]]);
  });

  it("have what it adds to texts, numbers and objects", () => {
    expect(["{0} of {1}, {2}".format("3", "7"), "abc".contains("b")]).toEqual(["3 of 7, {2}", true]);
    expect([Math.clamp(9, 0, 5), Math.square(3), Number.isNumber(1), String.isString(1), isBoolean(false)]).toEqual([
      5,
      9,
      true,
      false,
      true,
    ]);
    expect([Object.isEmpty({}), Object.each({ a: 1, b: 2 }, (value) => value < 1)]).toEqual([true, false]);
  });

  it("wait", async () => {
    const task = vi.fn();
    await sleep(1);
    await nextFrame();
    ready(task);
    expect(task).toHaveBeenCalledOnce();
  });
});
