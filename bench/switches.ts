import type { Page } from 'playwright-core';
import type { Bench } from './bench.ts';
import { median } from './statistics.ts';

const runs = 7;
const words = 10_000;
const sentence = 'Banorët thonë se ura e vjetër nuk mban më, por për këtë nuk ka ende një vendim. ';

declare global {
  interface Window {
    /** Milliseconds of the longest frame since it was set to 0. */
    longestFrame?: number;
  }
}

/**
 * An article of 10,000 words, open beside the list, while the listener changes the theme and the size of the text in
 * another window, and the language beside it: the longest frame until all is drawn anew, beside the same page when
 * nothing happens.
 */
export async function switches({ openBrowser, app }: Bench): Promise<string[]> {
  const browser = await openBrowser({ viewport: { width: 1280, height: 800 } });
  const { context, page } = browser;
  await page.goto(`${app}#/shto`);
  await page.locator('textarea').fill(longText());
  await page.locator('form button').click();
  await page.locator('degjo-article-text article p').nth(100).waitFor();
  await page.evaluate(watchFrames);
  const look = await context.newPage();
  await look.goto(`${app}#/pamja`);
  await look.getByRole('radio').nth(14).waitFor();
  // What is changed behind it is seen in front.
  await page.bringToFront();
  const rows: string[] = [`still                    ${frames(await repeat(page, () => Promise.resolve(), false))}`];
  const themes = look.locator('input[name="theme"]');
  const sizes = look.locator('#size');
  for (const [name, change] of [
    ['another theme', (turn: number) => themes.nth(1 + (turn % 4)).evaluate(press)],
    ['another size', (turn: number) => sizes.evaluate(slide, turn % 2 ? 1 : 1.2)],
    ['another language', (turn: number) => page.getByRole('button', { name: turn % 2 ? 'Shqip' : 'English' }).click()],
  ] as const) {
    rows.push(`${name.padEnd(25)}${frames(await repeat(page, change))}`);
  }
  await browser.close();
  return rows;
}

function longText(): string {
  const times = Math.ceil(words / sentence.trim().split(' ').length);
  return Array.from({ length: times }, (_, index) => (index % 4 === 3 ? `${sentence}\n\n` : sentence)).join('');
}

/** For the page, as text: a function of this file would come with the names that its compiler keeps. */
const watchFrames = `
  let last = performance.now();
  requestAnimationFrame(function next(time) {
    window.longestFrame = Math.max(window.longestFrame ?? 0, time - last);
    last = time;
    requestAnimationFrame(next);
  });
`;

/** Runs in the page. */
function press(button: Element): void {
  (button as HTMLElement).click();
}

/** Runs in the page. @param value times the usual size */
function slide(slider: Element, value: number): void {
  (slider as HTMLInputElement).valueAsNumber = value;
  slider.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Runs in the page: what the listener sees of it. */
function shown(): string {
  const text = document.querySelector('degjo-app')?.shadowRoot?.querySelector('main') ?? document.body;
  const { backgroundColor } = getComputedStyle(document.documentElement);
  return [document.documentElement.lang, backgroundColor, text.scrollHeight].join();
}

/** @param changes whether something must be seen of it */
async function repeat(page: Page, change: (turn: number) => Promise<void>, changes = true): Promise<number[]> {
  const longest: number[] = [];
  const states = new Set<string>();
  for (let turn = 0; turn < runs; turn++) {
    await page.evaluate(() => (window.longestFrame = 0));
    await change(turn);
    await page.waitForTimeout(600);
    states.add(await page.evaluate(shown));
    longest.push((await page.evaluate(() => window.longestFrame)) ?? NaN);
  }
  if (changes !== states.size > 1) throw new Error(`seen: ${[...states].join(' ')}`);
  return longest;
}

function frames(longest: readonly number[]): string {
  return `longest frame ${median(longest).toFixed(0)} ms, at worst ${Math.max(...longest).toFixed(0)} (limit: 50 ms)`;
}
