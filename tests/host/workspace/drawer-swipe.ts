// One recogniser on the document moves the drawers under a finger that goes sideways, wherever it began, unless that
// element or one around it has `data-ignore-swipe`. Nothing else scrolls sideways then.
import type { WorkspaceSidedock } from "./sidedock";

/** The way a finger goes before its direction counts, and the way after which a drawer stays moved; in pixels. */
const DECIDED = 8;
const ENOUGH = 60;

export type Drawers = Readonly<Record<"left" | "right", WorkspaceSidedock>>;

interface Swipe {
  readonly x: number;
  readonly y: number;
  /** Pixels to the right; 0 until it is decided that the finger goes sideways. */
  way: number;
}

/** Listens until the function it returns is called. */
export function followSwipes(doc: Document, drawers: Drawers): () => void {
  let swipe: Swipe | null = null;
  const onStart = ({ touches, target }: TouchEvent): void => {
    const [touch, other] = touches;
    const isIgnored = target !== null && (target as Element).closest("[data-ignore-swipe]") !== null;
    swipe = touch && !other && !isIgnored ? { x: touch.clientX, y: touch.clientY, way: 0 } : null;
  };
  const onMove = (event: TouchEvent): void => {
    const [touch] = event.touches;
    if (!swipe || !touch) return;
    const [way, down] = [touch.clientX - swipe.x, touch.clientY - swipe.y].map(Math.round) as [number, number];
    if (swipe.way === 0 && Math.max(Math.abs(way), Math.abs(down)) < DECIDED) return;
    if (swipe.way === 0 && Math.abs(down) >= Math.abs(way)) swipe = null;
    if (!swipe) return;
    if (event.cancelable) event.preventDefault();
    swipe.way = way;
    show(drawers, way);
  };
  const onEnd = (): void => {
    const way = swipe?.way ?? 0;
    swipe = null;
    show(drawers, 0);
    if (Math.abs(way) >= ENOUGH) finish(drawers, way > 0 ? 1 : -1);
  };
  const events = { touchstart: onStart, touchmove: onMove, touchend: onEnd, touchcancel: onEnd } as const;
  for (const [name, listener] of Object.entries(events))
    doc.addEventListener(name, listener as EventListener, { passive: false });
  return () => {
    for (const [name, listener] of Object.entries(events)) doc.removeEventListener(name, listener as EventListener);
  };
}

/** An open drawer follows the finger out of sight. */
function show({ left, right }: Drawers, way: number): void {
  left.containerEl.style.translate = way < 0 ? `${way}px` : "";
  right.containerEl.style.translate = way > 0 ? `${way}px` : "";
}

/** To the right closes the right drawer or opens the left one, and the other way round. */
function finish({ left, right }: Drawers, way: 1 | -1): void {
  const [closing, opening] = way > 0 ? [right, left] : [left, right];
  if (!closing.collapsed) closing.collapse();
  else opening.expand();
}
