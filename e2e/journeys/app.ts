import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Settings } from '../../src/library/settings.ts';
import type { RigBrowser } from '../rig/index.ts';
import { listenIn } from './spoken.ts';

/** How long a condition may take to come true: a voice on a busy machine. */
const patience = { timeout: 20_000, interval: 50 };

/** `expect.poll` with the patience that a voice needs. @param what is waited for, to be named when it does not come */
export function eventually<T>(ask: () => T | Promise<T>, what?: string) {
  return expect.poll(ask, what === undefined ? patience : { ...patience, message: what });
}

/** A fresh page whose utterances are noted. */
export async function newPage({ context }: RigBrowser): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(patience.timeout);
  await listenIn(page);
  return page;
}

/** As an earlier visit left it: the listener chose the Albanian voice of this device. Reloads what is open. */
export function chooseSystemVoice(page: Page): Promise<void> {
  return choose(page, { voice: 'Albanian espeak-ng' });
}

/** As an earlier visit left the settings. Reloads what is open. */
export async function choose(page: Page, wishes: Partial<Settings>): Promise<void> {
  await page.evaluate(
    (chosen) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('degjo');
        opening.onerror = () => reject(new Error('no library'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('settings', 'readwrite');
          for (const [name, wish] of Object.entries(chosen)) transaction.objectStore('settings').put(wish, name);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    wishes,
  );
  await page.reload();
}

/** Goes to an address of the app as one types it: always a load, never only a change behind the #. */
export async function load(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
}

/** Waits until this page's app works without a network: its worker is in charge. */
export async function waitForWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

/** The articles of the edition, as they stand in the list. */
export function articleLinks(page: Page): Locator {
  return page.locator('degjo-article-list a');
}

export function headline(page: Page): Locator {
  return page.locator('degjo-article-text h1');
}

/** The article's paragraphs as they are shown, without what is said about it. */
export function shownText(page: Page): Promise<string> {
  return page.locator('degjo-article-text article').innerText();
}

/** Adds a text as a listener pastes one, and waits until it is open. */
export async function addText(page: Page, text: string): Promise<void> {
  await page.getByRole('link', { name: 'Shto artikull' }).click();
  await page.getByLabel('Ngjitni këtu tekstin').fill(text);
  await page.getByRole('button', { name: 'Hap artikullin' }).click();
  await page.locator('degjo-article-text article').waitFor();
}

/** Names of the listener's own articles in the list, newest first. */
export function ownArticles(page: Page): Promise<string[]> {
  return page
    .getByRole('heading', { name: 'Artikujt e mi' })
    .locator('xpath=following-sibling::degjo-article-list[1]')
    .locator('.title')
    .allInnerTexts();
}

/** Removes the first article of this title, or whose title begins so, as a listener does from the list. */
export async function removeArticle(page: Page, title: string): Promise<void> {
  await page
    .getByRole('button', { name: `Më shumë: ${title}` })
    .first()
    .click();
  await page.getByRole('button', { name: 'Hiqe artikullin' }).click();
}

export interface OpenedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A text file as an editor saves it: UTF-8. */
export function textFile(name: string, text: string): OpenedFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

/** Opens a file from the page for adding, through the browser's own dialog. */
export async function openFile(page: Page, file: OpenedFile | string): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Hap skedar' }).click();
  await (await dialog).setFiles(file);
}

/** Drags a file of this machine over the page and lets it go there. */
export async function dropFile(page: Page, path: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x: 180, y: 300, data });
  }
  await browser.detach();
}
