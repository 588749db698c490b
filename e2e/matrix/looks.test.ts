import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageForViews, speak, views } from '../journeys/views.ts';
import type { Places } from '../journeys/views.ts';
import { openBrowser } from '../rig/index.ts';
import type { RigBrowser } from '../rig/index.ts';

/**
 * Pictures of a few views beside those that are kept: what changes by accident is noticed. `npm run looks` takes them
 * anew. Another version of the browser draws letters otherwise: then
 * they are skipped.
 */
const kept = fileURLToPath(new URL('looks/', import.meta.url));
const taken = fileURLToPath(new URL('../../build/looks/', import.meta.url));
const takesAnew = process.env['LOOKS'] === 'anew';

/** Of the pixels of a view, how many may differ: the edges of a few letters. */
const tolerance = 0.002;

const looks = [
  { view: 'the list', theme: 'light', width: 360 },
  { view: 'the list', theme: 'dark', width: 1280 },
  { view: 'an article that was paused', theme: 'light', width: 360 },
  { view: 'an article at rest', theme: 'sepia', width: 768 },
  { view: 'the settings', theme: 'contrast', width: 360 },
  { view: 'the simple mode', theme: 'dark', width: 360 },
] as const;

let fonts: string;
let browser: RigBrowser;
let page: Page;
let places: Places;
/** Chromium's version, up to the first dot. */
let version: string;

beforeAll(async () => {
  mkdirSync(kept, { recursive: true });
  mkdirSync(taken, { recursive: true });
  fonts = mkdtempSync(join(tmpdir(), 'degjo-fonts-'));
  process.env['FONTCONFIG_FILE'] = writeFontConfig(fonts);
  browser = await openBrowser({ reducedMotion: 'reduce', args: ['--font-render-hinting=none'] });
  version = (browser.context.browser()?.version() ?? '').replace(/\..*/, '');
  ({ page, places } = await pageForViews(browser));
  await speak(page, 'sq');
});
afterAll(async () => {
  delete process.env['FONTCONFIG_FILE'];
  await browser.close();
  rmSync(fonts, { recursive: true, force: true });
});

/** The same letters on every machine: DejaVu Sans, which the tests install, whatever else there is. */
function writeFontConfig(folder: string): string {
  for (const name of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']) {
    symlinkSync(`/usr/share/fonts/truetype/dejavu/${name}`, join(folder, name));
  }
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  return file;
}

describe('the look of', () => {
  it.for(looks)('$view, $theme, $width pixels wide', async ({ view, theme, width }, { skip }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
    await views.find(({ name }) => name === view)?.open(page, places);
    await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const name = `${view.replaceAll(' ', '-')}_${theme}_${width}.png`;
    const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    writeFileSync(join(taken, name), shot);
    if (takesAnew) {
      writeFileSync(join(kept, name), shot);
      writeFileSync(join(kept, 'chromium'), `${version}\n`);
    }
    const before = existsSync(join(kept, 'chromium')) ? readFileSync(join(kept, 'chromium'), 'utf8').trim() : '';
    skip(before !== version, `not compared: the kept pictures are Chromium ${before}'s, and this is ${version}`);
    const different = differing(PNG.sync.read(readFileSync(join(kept, name))), PNG.sync.read(shot), name);
    expect(different, `see build/looks/${name}; npm run looks, if it is meant`).toBeLessThan(tolerance);
  });
});

/** The share of pixels that differ; a picture that shows which stands beside the taken one. */
function differing(before: PNG, now: PNG, name: string): number {
  const { width, height } = now;
  if (before.width !== width || before.height !== height) return 1;
  const marked = new PNG({ width, height });
  const count = pixelmatch(before.data, now.data, marked.data, width, height, { threshold: 0.15 });
  if (count > 0) writeFileSync(join(taken, name.replace('.png', '_difference.png')), PNG.sync.write(marked));
  return count / (width * height);
}

describe('from opening to playing', () => {
  it.each([360, 1280])('nothing is moved about, %i pixels wide', async (width) => {
    await page.setViewportSize({ width, height: 740 });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries() as LayoutShift[]) {
          if (!hadRecentInput) window.shifts?.push(value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await views.find(({ name }) => name === 'an article that was paused')?.open(page, places);
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
});

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

declare global {
  interface Window {
    /** How much was moved, each time, and not by the listener (https://web.dev/articles/cls). */
    shifts?: number[];
  }
}

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
