import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addText,
  articleLinks,
  dropFile,
  eventually,
  load,
  newPage,
  openFile,
  ownArticles,
  shownText,
  textFile,
  removeArticle,
} from './journeys/app.ts';
import type { OpenedFile } from './journeys/app.ts';
import { litAndSpoken, playerOf } from './journeys/player.ts';
import { library, sentenceOf } from './journeys/texts.ts';
import { openBrowser, record, rig, startAppServer } from './rig/index.ts';
import type { Recording, RigBrowser } from './rig/index.ts';

let browser: RigBrowser;
let page: Page;
/** A new one for each test: nothing is kept at its address yet. */
let app: Awaited<ReturnType<typeof startAppServer>>;
const folder = mkdtempSync(join(tmpdir(), 'degjo-files-'));

beforeAll(async () => {
  browser = await openBrowser({ permissions: ['clipboard-read', 'clipboard-write'] });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  app = await startAppServer({ root: rig.dist });
  page = await newPage(browser);
  await load(page, `${app.url}#/shto`);
});

afterEach(async () => {
  await page.close();
  await app.close();
});

const field = () => page.getByLabel('Ngjitni këtu tekstin');
const submit = () => page.getByRole('button', { name: 'Hap artikullin' }).click();
const alert = () => page.getByRole('alert').innerText();

async function expectNothingStored(): Promise<void> {
  await load(page, app.url);
  await articleLinks(page).first().waitFor();
  expect(await ownArticles(page)).toEqual([]);
  expect(
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('degjo');
          opening.onsuccess = () => {
            const database = opening.result;
            const keys = database.transaction('articles').objectStore('articles').getAllKeys();
            keys.onsuccess = () => {
              resolve(keys.result.filter((key) => !JSON.stringify(key).startsWith('"mostra/')));
              database.close();
            };
          };
        }),
    ),
  ).toEqual([]);
}

/** Puts a text on the clipboard and presses the keys that paste it. */
async function paste(text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await field().focus();
  await page.keyboard.press('ControlOrMeta+V');
}

describe('refused with a word about it, and nothing stored', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n\t  \u00A0\n\n '],
    ['invisible', '\u200B\uFEFF'],
  ])('%s paste: told at the field', async (_name, text) => {
    await field().fill(text);
    await submit();
    await eventually(alert).toContain('nuk ka ende tekst');
    expect(await field().getAttribute('aria-invalid')).toBe('true');
    expect(await field().evaluate((area: HTMLTextAreaElement) => area.matches(':focus'))).toBe(true);
    const described = await field().getAttribute('aria-describedby');
    expect(await page.getByRole('alert').getAttribute('id')).toBe(described);
    await expectNothingStored();
  });

  const png = `${rig.dist}/icons/icon-192.png`;
  const noise = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256));
  it.each<[string, OpenedFile, string]>([
    ['a zero-byte file', textFile('bosh.txt', ''), '«bosh.txt» është bosh'],
    ['a blank file', textFile('zbrazet.txt', '\n \n'), '«zbrazet.txt» është bosh'],
    ['a picture', { name: 'foto.png', mimeType: 'image/png', buffer: readFileSync(png) }, '«foto.png» nuk është tekst'],
    ['a picture named .txt', textFile('foto.txt', ''), '«foto.txt» nuk është tekst'],
    ['a binary file', { name: 'program.bin', mimeType: '', buffer: noise }, '«program.bin» nuk është tekst'],
  ])('%s: told with its name', async (_name, file, words) => {
    await openFile(page, file.name === 'foto.txt' ? { ...file, buffer: readFileSync(png) } : file);
    await eventually(alert).toContain(words);
    await expectNothingStored();
  });

  it('a picture dropped on the list: told with its name', async () => {
    await load(page, app.url);
    await articleLinks(page).first().waitFor();
    await dropFile(page, png);
    await page.getByRole('status').getByText('«icon-192.png» nuk është tekst').waitFor();
    await expectNothingStored();
  });

  const limit = /2 milionë shkronja/;

  it('20 MB pasted: the limit is said, and the page goes on answering', async () => {
    await paste('Fjalë pas fjale. '.repeat(1_200_000));
    await eventually(alert).toMatch(limit);
    expect(await field().inputValue()).toBe('');
    await field().fill('Një tekst i shkurtër.');
    await submit();
    await eventually(() => shownText(page)).toContain('Një tekst i shkurtër.');
    await page.getByRole('link', { name: 'Lajmet' }).click();
    await removeArticle(page, '');
    await eventually(() => ownArticles(page)).toEqual([]);
    await expectNothingStored();
  });

  it('a file of 20 MB: the limit is said', async () => {
    const path = join(folder, 'i-madh.txt');
    writeFileSync(path, 'Fjalë pas fjale. '.repeat(1_200_000));
    await openFile(page, path);
    await eventually(alert).toMatch(limit);
    await expectNothingStored();
  });
});

describe('a text as long as the app takes: two million characters', () => {
  let sound: Recording;
  beforeAll(async () => (sound = await record()));
  afterAll(() => sound.stop());

  const line = (number: number) =>
    `Rreshti ${String(number)} nis këtu. Pastaj vjen një fjali tjetër, që mbyll paragrafin.\n\n`;
  const numbers = Array.from({ length: 19_000 }, (_, number) => number);
  const paragraphs = numbers.map(line).join('').padEnd(2_000_000, 'Fjalë pas fjale vazhdon rrëfimi. ');

  it.each([
    ['in many paragraphs', paragraphs],
    ['in one line', 'Fjalë pas fjale vazhdon rrëfimi. '.repeat(60_700).slice(0, 2_000_000)],
  ])('%s: opens, scrolls, is tapped and heard', async (_name, text) => {
    expect(text).toHaveLength(2_000_000);
    const opening = page.getByRole('status').getByText('Po hapet…').waitFor();
    await openFile(page, textFile('i-gjate.txt', text));
    // The page has drawn something meanwhile: it is not frozen.
    await opening;
    await page.locator('degjo-article-text article').waitFor();
    await page.mouse.move(180, 300);
    await page.mouse.wheel(0, 3000);
    await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(2000);
    await page.mouse.click(180, 300);
    await eventually(() => litAndSpoken(page)).toBeTypeOf('string');
    await sound.waitForSound();
    await playerOf(page).next.click();
    await sound.waitForSound();
    await page.getByRole('link', { name: 'Lajmet' }).click();
    await eventually(() => ownArticles(page)).toHaveLength(1);
  });
});

describe('where nothing can be kept, the article opens for this visit and says so', () => {
  async function expectOnlyThisVisit(words: RegExp): Promise<void> {
    await page.getByRole('status').getByText(words).waitFor();
    const address = page.url();
    await eventually(() => playerOf(page).listen.isEnabled()).toBe(true);
    await page.goto(`${app.url}#/`);
    await eventually(() => ownArticles(page)).toEqual([library.title]);
    await page.goto(address);
    await eventually(() => shownText(page)).toContain(sentenceOf(library, -1));
    await load(page, app.url);
    await articleLinks(page).first().waitFor();
    expect(await ownArticles(page)).toEqual([]);
  }

  it.each([
    ['at the door', () => (IDBFactory.prototype.open = () => throwDenied())],
    [
      'when something is written',
      () => {
        const transaction = Reflect.get<IDBDatabase, 'transaction'>(IDBDatabase.prototype, 'transaction');
        IDBDatabase.prototype.transaction = function (names, mode, options) {
          return mode === 'readwrite' ? throwDenied() : transaction.call(this, names, mode, options);
        };
      },
    ],
  ])('storage refused %s', async (_name, refuse) => {
    await page.addInitScript(
      `function throwDenied() { throw new DOMException('denied', 'SecurityError'); }; (${refuse.toString()})()`,
    );
    await load(page, app.url);
    await addText(page, library.text);
    await expectOnlyThisVisit(/nuk u ruajt/);
  });

  it('the device is full', async () => {
    const devtools = await page.context().newCDPSession(page);
    const { origin } = new URL(app.url);
    // Room for the app and the edition, not for this text. Before the first load: the browser remembers room it had.
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    await load(page, app.url);
    await articleLinks(page).first().waitFor();
    // Letters by lot: what repeats takes hardly any room.
    const lot = randomBytes(750_000).toString('hex').replace(/.{8}/g, '$& ');
    await addText(page, `${library.text}\n\n${lot}`);
    await expectOnlyThisVisit(/nuk ka më vend.*nuk u ruajt/);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  });
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});

/** Stands in the page, beside the functions that are sent there. */
declare function throwDenied(): never;
