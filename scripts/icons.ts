/** Makes the PNG icons from public/icons/icon.svg: `npm run icons`. */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findBrowser } from '../e2e/rig/browser.ts';

const folder = new URL('../public/icons/', import.meta.url);
const accent = '#97182c';

/** `inset`: share of the side left free, for masks that cut the edges off; the ground then fills the whole picture. */
const icons = [
  // What podcast apps show of `degjo publish --audio`: they want 1400 pixels at least.
  { name: '../../src/cli/publish/artwork.png', size: 1400, inset: 0.12 },
  { name: 'icon-192.png', size: 192, inset: 0 },
  { name: 'icon-512.png', size: 512, inset: 0 },
  { name: 'icon-maskable-512.png', size: 512, inset: 0.12 },
  { name: 'apple-touch-icon.png', size: 180, inset: 0.06 },
];

const source = await readFile(new URL('icon.svg', folder), 'utf8');
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
for (const { name, size, inset } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const ground = inset > 0 ? accent : 'transparent';
  await page.setContent(
    `<style>body{margin:0;background:${ground}}svg{display:block;margin:${size * inset}px;width:${size * (1 - 2 * inset)}px}</style>${source}`,
  );
  await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
