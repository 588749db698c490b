/** Photographs the built app, speaking, for the manifest and the README: `npm run build`, then `npm run screenshots`. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../e2e/rig/browser.ts';
import { startAppServer } from '../e2e/rig/server.ts';
import { startSound, stopSound } from '../e2e/rig/sound.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const folder = fileURLToPath(new URL('../public/screenshots/', import.meta.url));

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 };
const desktop = { viewport: { width: 1280, height: 800 } };

const pictures = [
  { name: 'home-phone', device: phone, colorScheme: 'light', article: undefined },
  { name: 'reader-phone', device: phone, colorScheme: 'light', article: 'rojtaret-e-vjoses-numerojne-ngjalat' },
  { name: 'reader-phone-dark', device: phone, colorScheme: 'dark', article: 'ura-e-vjeter-fiton-derbin' },
  { name: 'simple-phone', device: phone, colorScheme: 'dark', article: undefined, simple: true },
  { name: 'reader-desktop', device: desktop, colorScheme: 'light', article: 'moti-shi-ere-jugu-dhe-bore' },
] as const;

const server = await startAppServer({ root: dist });
const sound = await startSound();
try {
  for (const { name, device, colorScheme, article, ...rest } of pictures) {
    const browser = await launchBrowser({ sound, ...device, colorScheme, reducedMotion: 'reduce' });
    const { page } = browser;
    const simple = 'simple' in rest;
    await page.goto(`${server.url}${article ? `#/artikull/mostra/${article}` : simple ? '#/thjeshte' : ''}`);
    if (article) await listenToThird(page);
    else if (simple) await listenByFiveButtons(page);
    else await page.locator('degjo-article-list li').nth(13).waitFor();
    await page.screenshot({ path: `${folder}${name}.png` });
    await browser.close();
  }
} finally {
  await stopSound(sound);
  await server.close();
}

/** Plays until a word of the third sentence is lit, and takes the mouse away from the button that it pressed. */
async function listenToThird(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Dëgjo', exact: true }).click();
  await page.mouse.move(1, 1);
  await wordLit(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => !CSS.highlights.get('degjo-word')?.size);
  await wordLit(page);
  // A few words on, so that the picture shows one in the middle.
  await page.waitForTimeout(1_200);
}

/** Plays until the second sentence after the headline is there, large. */
async function listenByFiveButtons(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Dëgjo', exact: true }).click();
  await page.mouse.move(1, 1);
  await page.locator('degjo-spoken-sentence').waitFor();
  await page.waitForTimeout(1_200);
}

async function wordLit(page: Page): Promise<void> {
  await page.waitForFunction(() => CSS.highlights.get('degjo-word')?.size);
}
