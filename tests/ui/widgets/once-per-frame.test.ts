// @vitest-environment happy-dom
// Drawing once for many changes, in whatever window the element is.
import { expect, it } from "vitest";
import { oncePerFrame } from "../../../src/ui/widgets/once-per-frame";

/** A window whose frames come when they are asked for. */
function windowWithFrames(): { readonly win: Window; frame(): void } {
  const waiting: FrameRequestCallback[] = [];
  const requestAnimationFrame = (callback: FrameRequestCallback): number => waiting.push(callback);
  return {
    win: { requestAnimationFrame } as unknown as Window,
    frame: () => waiting.splice(0).forEach((callback) => callback(0)),
  };
}

it("draws once for a frame, and in the window where the element is by then if the first one has gone", () => {
  const [first, second] = [windowWithFrames(), windowWithFrames()];
  const el = { win: first.win } as unknown as HTMLElement & { win: Window };
  let drawn = 0;
  const plan = oncePerFrame(el, () => drawn++);
  plan();
  plan();
  first.frame();
  expect(drawn).toBe(1);
  plan();
  el.win = second.win;
  plan();
  second.frame();
  expect(drawn).toBe(2);
  // A frame of the window that was left says nothing new.
  first.frame();
  expect(drawn).toBe(2);
});
