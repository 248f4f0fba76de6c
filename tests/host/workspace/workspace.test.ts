// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { startTestApp } from "../test-app";

test("a note opens", async () => {
  const { app } = await startTestApp({ "A.md": "# A\n", "B.md": "b" });
  await app.workspace.openLinkText("A", "", false);
  expect(app.workspace.getActiveFile()?.path).toBe("A.md");
  expect(document.querySelector(".cm-content")?.textContent).toContain("# A");
});
