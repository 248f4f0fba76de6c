// A finger, where the app is on a device that is touched.
import type { Locator } from "playwright-core";

/** The way a finger rests: for how many milliseconds, and how many pixels it moves up first. */
export interface Rest {
  readonly ms?: number;
  readonly moving?: number;
}

/** Holds a finger on an element, near where its text begins, and takes it away. */
export async function hold(on: Locator, { ms = 900, moving = 0 }: Rest = {}): Promise<void> {
  const [page, box] = [on.page(), await on.boundingBox()];
  if (!box) throw new Error("There is nothing to hold.");
  const touch = await page.context().newCDPSession(page);
  const [x, y] = [box.x + Math.min(80, box.width / 2), box.y + box.height / 2];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  if (moving > 0)
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y: y - moving }] });
  await page.waitForTimeout(ms);
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.waitForTimeout(100);
  await touch.detach();
}

/** Draws a finger sideways from the middle of an element, by pixels to the right. */
export async function swipe(on: Locator, by: number): Promise<void> {
  const [page, box] = [on.page(), await on.boundingBox()];
  if (!box) throw new Error("There is nothing to swipe on.");
  const touch = await page.context().newCDPSession(page);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  for (let step = 1; step <= 10; step++)
    await touch.send("Input.dispatchTouchEvent", {
      type: "touchMove",
      touchPoints: [{ x: x + (by * step) / 10, y }],
    });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.waitForTimeout(100);
  await touch.detach();
}
