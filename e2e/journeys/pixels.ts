import type { BrowserContext, Page } from 'playwright-core';

/** A part of the page, in CSS pixels from its upper left corner on the screen. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Red, green and blue of each pixel, one after the other, 0 to 255. */
export type Pixels = readonly (readonly [red: number, green: number, blue: number])[];

/** A browser knows how to read a PNG, but the app's own page would not be allowed to: a blank one of each browser. */
const readers = new WeakMap<BrowserContext, Promise<Page>>();

/** What is seen of a part of the page. */
export async function pixelsOf(page: Page, clip: Clip): Promise<Pixels> {
  const png = await page.screenshot({ clip, scale: 'css' });
  const reader = readers.get(page.context()) ?? page.context().newPage();
  readers.set(page.context(), reader);
  const flat = await (
    await reader
  ).evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!canvas) throw new Error('no canvas');
    canvas.drawImage(image, 0, 0);
    return [...canvas.getImageData(0, 0, image.width, image.height).data];
  }, png.toString('base64'));
  const value = (at: number) => flat[at] ?? 0;
  return Array.from({ length: flat.length / 4 }, (_, at) => [value(4 * at), value(4 * at + 1), value(4 * at + 2)]);
}

/** WCAG 2.2, relative luminance and contrast ratio. */
export function contrast(one: Pixels[number], other: Pixels[number]): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Pixels[number]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colours with the number of their pixels, the most frequent first. */
export function colours(pixels: Pixels): { colour: Pixels[number]; count: number }[] {
  const counts = new Map<string, { colour: Pixels[number]; count: number }>();
  for (const colour of pixels) {
    const counted = counts.get(colour.join()) ?? { colour, count: 0 };
    counted.count++;
    counts.set(colour.join(), counted);
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}
