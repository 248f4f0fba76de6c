// Compares pictures of a page.
import type { Page } from "playwright-core";

/** The sum of the differences of red, green and blue from which on a pixel looks different to an eye. */
const SEEN = 60;

/** The number of pixels that look different in two pictures of one size; decoded by the page's own browser. */
export function changedPixels(page: Page, before: Buffer, after: Buffer): Promise<number> {
  return page.evaluate(
    async ({ pictures, seen }) => {
      const pixels = async (base64: string): Promise<Uint8ClampedArray> => {
        const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        canvas?.drawImage(bitmap, 0, 0);
        return canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
      };
      const [one, other] = await Promise.all(pictures.map(pixels));
      if (!one || one.length !== other?.length) throw new Error("The pictures are of different sizes.");
      let count = 0;
      for (let at = 0; at < one.length; at += 4) {
        const by = [0, 1, 2].reduce((sum, part) => sum + Math.abs((one[at + part] ?? 0) - (other[at + part] ?? 0)), 0);
        if (by >= seen) count++;
      }
      return count;
    },
    { pictures: [before.toString("base64"), after.toString("base64")], seen: SEEN },
  );
}
