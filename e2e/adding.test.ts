import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addText,
  dropFile,
  eventually,
  headline,
  load,
  newPage,
  openFile,
  ownArticles,
  shownText,
  removeArticle,
} from './journeys/app.ts';
import { litAndSpoken, litText, playerOf } from './journeys/player.ts';
import { library, market, sentenceOf } from './journeys/texts.ts';
import { openBrowser, record, rig } from './rig/index.ts';
import type { Recording, RigBrowser } from './rig/index.ts';

let browser: RigBrowser;
let sound: Recording;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), 'degjo-files-'));

beforeAll(async () => {
  browser = await openBrowser();
  sound = await record();
  page = await newPage(browser);
  await load(page, rig.app);
});

afterAll(async () => {
  await browser.close();
  await sound.stop();
  rmSync(folder, { recursive: true });
});

describe('Shto artikull', () => {
  it('a pasted text opens, is heard, and is still there after a reload', async () => {
    await addText(page, library.text);
    await headline(page).getByText(library.title).waitFor();
    expect((await shownText(page)).split(/\n+/).slice(1).join('\n\n')).toBe(library.text);
    const pressed = Date.now();
    await playerOf(page).listen.click();
    await sound.waitForSound({ after: pressed });
    await eventually(() => litAndSpoken(page)).toBe(sentenceOf(library, 0));

    const address = page.url();
    await load(page, address);
    await headline(page).getByText(library.title).waitFor();
    await load(page, rig.app);
    await eventually(() => ownArticles(page)).toEqual([library.title]);
  });

  it('an opened .txt file, in the encoding of an old archive too', async () => {
    const text = 'Çelësi i shtëpisë së vjetër\n\nGjyshja e ruante çelësin në një kuti të vogël. Askush s’e pyeti pse.';
    // ë and ç as Windows wrote them for decades; ’ is 0x92 there.
    const buffer = Buffer.from(text.replace('’', '\x92'), 'latin1');
    await load(page, `${rig.app}#/shto`);
    await openFile(page, { name: 'celesi.txt', mimeType: 'text/plain', buffer });
    await headline(page).getByText('Çelësi i shtëpisë së vjetër').waitFor();
    expect(await shownText(page)).toContain('Gjyshja e ruante çelësin në një kuti të vogël. Askush s’e pyeti pse.');
  });

  it('a file dropped on any page', async () => {
    const path = join(folder, 'tregu.txt');
    writeFileSync(path, market.text);
    await load(page, rig.app);
    await eventually(() => ownArticles(page)).toHaveLength(2);
    await dropFile(page, path);
    await eventually(() => shownText(page)).toContain(market.text);
    await page.goto(`${rig.app}#/`);
    await eventually(async () => (await ownArticles(page))[0]).toContain('Tregu i peshkut');
  });

  it('the same text again is the same article', async () => {
    await load(page, rig.app);
    await addText(page, library.text);
    await page.goto(`${rig.app}#/`);
    await eventually(async () => (await ownArticles(page))[0]).toBe(library.title);
    expect(await ownArticles(page)).toHaveLength(3);
  });
});

describe('removing', () => {
  const remove = () => removeArticle(page, library.title);

  it('comes back where it was when it is undone, with its text', async () => {
    await load(page, rig.app);
    await eventually(() => ownArticles(page)).toHaveLength(3);
    const before = await ownArticles(page);
    await remove();
    await eventually(() => ownArticles(page)).toEqual(before.slice(1));
    await page.getByRole('button', { name: 'Ktheje' }).click();
    await eventually(() => ownArticles(page)).toEqual(before);
    await load(page, rig.app);
    await eventually(() => ownArticles(page)).toEqual(before);
    await page.getByRole('link', { name: library.title }).click();
    await eventually(() => shownText(page)).toContain(sentenceOf(library, -1));
  });

  it('is gone after a reload when it is not undone, its address included', async () => {
    await load(page, rig.app);
    await page.getByRole('link', { name: library.title }).click();
    await headline(page).waitFor();
    const address = page.url();
    await page.goto(`${rig.app}#/`);
    await remove();
    await eventually(() => ownArticles(page)).toHaveLength(2);
    await load(page, rig.app);
    await eventually(() => ownArticles(page)).toHaveLength(2);
    await load(page, address);
    await page.getByRole('heading', { name: 'Kjo faqe nuk është këtu' }).waitFor();
  });

  it('of an article that is being read is silence', async () => {
    await load(page, rig.app);
    await addText(page, library.text);
    await playerOf(page).listen.click();
    await sound.waitForSound();
    await page.getByRole('link', { name: 'Lajmet' }).click();
    await remove();
    await sound.waitForSilence(700);
    expect(await playerOf(page).bar.count()).toBe(0);
  });
});

const seed = fileURLToPath(new URL('../../shared/data/seeds/000_95a74530911a799d.txt', import.meta.url));

describe.skipIf(!existsSync(seed))(
  'a newspaper’s text with the month before it (needs ../shared beside the checkout)',
  () => {
    // Nothing of it may stand here: what to expect is found in the file.
    const raw = existsSync(seed) ? readFileSync(seed, 'utf8') : '';
    const text = raw.replace(/^\s*date \S+\s*/, '').trim();

    beforeAll(async () => {
      await load(page, `${rig.app}#/shto`);
      await openFile(page, seed);
      await page.locator('degjo-article-text article').waitFor();
    });

    it('the month is neither shown as text nor spoken, but told as its date', async () => {
      const shown = await shownText(page);
      expect(raw).toMatch(/^\s*date 2023-11 /);
      expect(shown).not.toContain('2023-11');
      expect(shown.split('\n')[0]).toContain('nëntor 2023');
      expect(shown).toContain(text.slice(0, 100));

      await playerOf(page).listen.click();
      await sound.waitForSound();
      expect(text.startsWith((await litText(page)) ?? '?')).toBe(true);
    });

    it('has nine sentences', async () => {
      for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowRight');
      await playerOf(page).stop.click();
      await playerOf(page).bar.getByRole('button', { name: 'Vazhdo te fjalia 9', exact: true }).waitFor();
    });

    it('a quotation with what follows it, tha …, is one lit sentence', async () => {
      const quotation = /“[^”]+”, tha [^.]+\./.exec(text)?.[0] ?? '?';
      await playerOf(page).bar.getByRole('button', { name: 'Nga fillimi', exact: true }).click();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await eventually(() => litText(page)).toBe(quotation);
      await playerOf(page).stop.click();
    });
  },
);

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
