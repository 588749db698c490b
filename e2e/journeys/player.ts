import type { Locator, Page } from 'playwright-core';
import { lastLine, ownVoiceSpeaks } from './spoken.ts';

/** The player's controls, by the names that a listener hears. */
export interface Player {
  readonly bar: Locator;
  readonly listen: Locator;
  readonly pause: Locator;
  readonly resume: Locator;
  readonly next: Locator;
  readonly previous: Locator;
  readonly slower: Locator;
  readonly faster: Locator;
  readonly stop: Locator;
  /** The player's own words about a silence that nobody wished. */
  readonly notice: Locator;
  /** `3 / 12` */
  readonly count: Locator;
}

export function playerOf(page: Page): Player {
  const bar = page.getByRole('region', { name: 'Luajtësi' });
  const button = (name: string | RegExp) => bar.getByRole('button', { name, exact: true });
  return {
    bar,
    listen: button('Dëgjo'),
    pause: button('Pauzë'),
    resume: button('Vazhdo'),
    next: button('Fjalia tjetër'),
    previous: button('Fjalia e mëparshme'),
    slower: button(/^Më ngadalë/),
    faster: button(/^Më shpejt/),
    stop: button('Ndal dhe mbyll'),
    notice: bar.getByRole('status'),
    count: bar.locator('.count'),
  };
}

/** The lit sentence as it stands on the screen; null where none is lit. Lengths are CSS pixels. */
export interface Lit {
  readonly text: string;
  readonly underline: string;
  readonly top: number;
  readonly bottom: number;
  /** From the upper edge of the screen to the player. */
  readonly room: number;
}

export function litSentence(page: Page): Promise<Lit | null> {
  return page.evaluate(() => {
    const range = [...(CSS.highlights.get('degjo-sentence') ?? [])][0];
    if (!(range instanceof Range)) return null;
    const element = range.startContainer.parentElement;
    const player = document.querySelector('degjo-app')?.shadowRoot?.querySelector('degjo-player-bar');
    if (!element || !player) return null;
    const { top, bottom } = range.getBoundingClientRect();
    return {
      text: range.toString(),
      underline: getComputedStyle(element, '::highlight(degjo-sentence)').textDecorationLine,
      top,
      bottom,
      room: player.getBoundingClientRect().top,
    };
  });
}

export async function litText(page: Page): Promise<string | undefined> {
  return (await litSentence(page))?.text;
}

/** Is the lit sentence wholly between the upper edge and the player? */
export async function isLitInView(page: Page): Promise<boolean> {
  const lit = await litSentence(page);
  return lit !== null && lit.top >= 0 && lit.bottom <= lit.room;
}

/** The number of the sentence that the player shows, from 1. */
export async function sentenceNumber(page: Page): Promise<number> {
  return Number.parseInt(await playerOf(page).count.innerText());
}

/** Is a word lit, and is it one of the lit sentence? */
export function isWordInLight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [sentence, word] = ['degjo-sentence', 'degjo-word'].map((name) => [...(CSS.highlights.get(name) ?? [])][0]);
    if (!(sentence instanceof Range) || !(word instanceof Range)) return false;
    return (
      sentence.compareBoundaryPoints(Range.START_TO_START, word) <= 0 &&
      sentence.compareBoundaryPoints(Range.END_TO_END, word) >= 0
    );
  });
}

/**
 * The sentence that the voice has begun and that is lit, once both are the same; undefined until then. The embedded
 * voice cannot be asked what it says: there the light is taken at its word, as long as it speaks.
 */
export async function litAndSpoken(page: Page): Promise<string | undefined> {
  const [lit, line] = [await litText(page), await lastLine(page)];
  if (await ownVoiceSpeaks(page)) return lit;
  return line?.started !== undefined && lit === line.text ? lit : undefined;
}

/** Taps the middle of a sentence's first line, where it stands on the screen; scrolls there first. */
export async function tapSentence(page: Page, sentence: string): Promise<void> {
  const point = await page.locator('degjo-article-text article').evaluate((article, wanted) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const line = range.getClientRects()[0];
      return line && { x: line.left + line.width / 2, y: line.top + line.height / 2 };
    }
    return undefined;
  }, sentence);
  if (!point) throw new Error(`not on the page: ${sentence}`);
  await page.mouse.click(point.x, point.y);
}
