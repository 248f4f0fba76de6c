// @vitest-environment happy-dom
// The commands that are offered, and which callback of a command counts.
import { afterEach, describe, expect, it, vi } from "vitest";
import { startTestApp, type TestApp } from "./test-app";

let test: TestApp;

async function start({ opensNote = false } = {}): Promise<TestApp["app"]["commands"]> {
  test = await startTestApp({ "A.md": "text" });
  if (opensNote) await test.app.workspace.openLinkText("A", "");
  return test.app.commands;
}

afterEach(async () => {
  await test.app.close();
  document.body.empty();
});

describe("a command", () => {
  it("with a callback always runs", async () => {
    const [commands, callback] = [await start(), vi.fn()];
    commands.addCommand({ id: "x:go", name: "X: Go", callback });
    expect(commands.listCommands().map(({ id }) => id)).toContain("x:go");
    expect(callback).not.toHaveBeenCalled();
    expect([commands.executeCommandById("x:go"), commands.executeCommandById("x:none")]).toEqual([true, false]);
    expect(callback).toHaveBeenCalledOnce();
  });

  it("that can be asked is offered only while it says that it can act", async () => {
    const commands = await start();
    let can = false;
    const asked: boolean[] = [];
    commands.addCommand({ id: "x:go", name: "X: Go", checkCallback: (checking) => (asked.push(checking), can) });
    const isOffered = (): boolean => commands.listCommands().some(({ id }) => id === "x:go");
    expect(isOffered()).toBe(false);
    can = true;
    expect(isOffered()).toBe(true);
    expect(asked.every((checking) => checking)).toBe(true);
    expect(commands.executeCommandById("x:go")).toBe(true);
    expect(asked.at(-1)).toBe(false);
  });

  it.each([false, true])("for the editor needs a note that is open (%s)", async (opensNote) => {
    const commands = await start({ opensNote });
    const ran: string[] = [];
    commands.addCommand({
      id: "x:edit",
      name: "X: Edit",
      editorCallback: (editor) => void ran.push(editor.getValue()),
      callback: () => ran.push("no"),
    });
    commands.addCommand({
      id: "x:check",
      name: "X: Check",
      editorCheckCallback: (checking, editor) => checking || ran.push(editor.getValue()) > 0,
    });
    const ids = commands
      .listCommands()
      .map(({ id }) => id)
      .filter((id) => id.startsWith("x:"));
    expect(ids).toEqual(opensNote ? ["x:check", "x:edit"] : []);
    expect([commands.executeCommandById("x:edit"), commands.executeCommandById("x:check")]).toEqual([
      opensNote,
      opensNote,
    ]);
    expect(ran).toEqual(opensNote ? ["text", "text"] : []);
  });

  it("is gone when it is taken away", async () => {
    const commands = await start();
    commands.addCommand({ id: "x:go", name: "X: Go", callback: () => undefined });
    commands.removeCommand("x:go");
    expect([commands.findCommand("x:go"), commands.executeCommandById("x:go")]).toEqual([null, false]);
  });
});
