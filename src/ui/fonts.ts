import atkinson from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url';
import atkinsonBold from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?url';
import atkinsonItalic from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-italic.woff2?url';
import dyslexic from '@fontsource/opendyslexic/files/opendyslexic-latin-400-normal.woff2?url';
import dyslexicBold from '@fontsource/opendyslexic/files/opendyslexic-latin-700-normal.woff2?url';
import type { Look } from '../library/look.ts';

type LoadedFont = Exclude<Look['font'], 'system'>;

interface Face {
  readonly address: string;
  readonly weight: string;
  readonly style?: string;
}

/** Their Latin part, which holds ë and ç. What a family lacks the browser slants or thickens. */
const families: Readonly<Record<LoadedFont, { name: string; faces: readonly Face[] }>> = {
  atkinson: {
    name: 'Atkinson Hyperlegible Next',
    faces: [
      { address: atkinson, weight: '400' },
      { address: atkinsonBold, weight: '700' },
      { address: atkinsonItalic, weight: '400', style: 'italic' },
    ],
  },
  dyslexic: {
    name: 'OpenDyslexic',
    faces: [
      { address: dyslexic, weight: '400' },
      { address: dyslexicBold, weight: '700' },
    ],
  },
};

/** Where a font that was once chosen is kept for offline. */
const cacheName = 'fonts';

/**
 * Brings a family to the page, once, and keeps it on the device.
 *
 * @returns its name, as CSS wants it
 * @throws TypeError when it is not on the device and cannot be fetched
 */
export async function loadFont(font: LoadedFont): Promise<string> {
  const { name, faces } = families[font];
  const isThere = [...document.fonts].some(({ family }) => family.replaceAll('"', '') === name);
  if (!isThere) {
    const loaded = await Promise.all(faces.map((face) => loadFace(name, face)));
    for (const face of loaded) document.fonts.add(face);
  }
  return `"${name}"`;
}

async function loadFace(name: string, { address, weight, style = 'normal' }: Face): Promise<FontFace> {
  return new FontFace(name, await kept(address), { weight, style, display: 'swap' }).load();
}

/** From the device, else from the host; a browser that keeps nothing shows it all the same. */
async function kept(address: string): Promise<ArrayBuffer> {
  const cache = await openCache();
  const found = await cache?.match(address);
  if (found) return found.arrayBuffer();
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`${address}: ${response.status}`);
  await cache?.put(address, response.clone()).catch(() => undefined);
  return response.arrayBuffer();
}

async function openCache(): Promise<Cache | undefined> {
  if (!('caches' in window)) return undefined;
  return caches.open(cacheName).catch(() => undefined);
}
