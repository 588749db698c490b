import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addText, eventually, load, newPage } from './journeys/app.ts';
import { litText, playerOf } from './journeys/player.ts';
import type { Player } from './journeys/player.ts';
import { ownVoiceSpeaks } from './journeys/spoken.ts';
import { library, market, sentenceOf } from './journeys/texts.ts';
import { openBrowser, record, rig, startPlainServer } from './rig/index.ts';
import type { PlainServer, Recording, RigBrowser } from './rig/index.ts';

let browser: RigBrowser;
let sound: Recording;
let page: Page;
let player: Player;
/** A new one for each test: nothing is kept at its address yet. */
let server: PlainServer;
const voice = `/voice/${readdirSync(`${rig.dist}/voice`).find((name) => name.endsWith('.bin')) ?? ''}`;
const whole = readFileSync(rig.dist + voice);
const corrupt = Buffer.from(whole).fill(7, 1_000, 2_000);
const half = whole.subarray(0, whole.length / 2);
const notHere = 'Zëri i Dëgjos nuk është ende në këtë pajisje';

beforeAll(async () => {
  browser = await openBrowser();
  sound = await record();
});

afterAll(async () => {
  await browser.close();
  await sound.stop();
});

beforeEach(async () => {
  server = await startPlainServer({ root: rig.dist });
  page = await newPage(browser);
  player = playerOf(page);
});

// The page first: it may still be fetching.
afterEach(async () => {
  await page.close();
  await server.close();
});

/** How often the voice was asked for. */
const asked = () => server.requests.filter((path) => path === voice).length;

async function open(text: string): Promise<void> {
  await load(page, server.url);
  await addText(page, text);
}

async function isHeard(press: () => Promise<void>): Promise<void> {
  const pressed = Date.now();
  await press();
  await sound.waitForSound({ after: pressed });
  await eventually(() => ownVoiceSpeaks(page)).toBe(true);
  await player.stop.click();
  await sound.waitForSilence(300);
}

describe('the embedded voice, where there is no other', () => {
  beforeEach(() => page.addInitScript(() => (SpeechSynthesis.prototype.getVoices = () => [])));

  it.each([
    ['corrupt', corrupt],
    ['by half', half],
  ])('comes %s: is fetched once more, then it is said; whole again, the next press is heard', async (_, broken) => {
    server.replace(voice, broken);
    await open(market.text);
    const from = Date.now();
    await player.listen.click();
    await player.notice.getByText(notHere).waitFor();
    expect(asked()).toBe(2);
    expect(sound.firstSoundAfter(from)).toBeNull();
    expect(await litText(page)).toBe(sentenceOf(market, 0));

    server.restore();
    await isHeard(() => player.resume.click());
    expect(asked()).toBe(3);
  });

  it('breaks off on its way: the same', async () => {
    server.fail(voice);
    await open(market.text);
    await player.listen.click();
    await player.notice.getByText(notHere).waitFor();
    server.restore();
    await isHeard(() => player.resume.click());
  });

  it('went bad on this device: is thrown away and fetched anew, and the listener hears nothing of it', async () => {
    await open(market.text);
    await isHeard(() => player.listen.click());
    expect(asked()).toBe(1);
    const kept = await page.evaluate(async (path) => {
      const cache = await caches.open('voice');
      if (!(await cache.match(path))) return false;
      await cache.put(path, new Response(new Uint8Array(1_000)));
      return true;
    }, voice);
    expect(kept).toBe(true);
    await page.reload();
    await isHeard(() => player.listen.click());
    expect(asked()).toBe(2);
    await page.reload();
    await isHeard(() => player.listen.click());
    expect(asked()).toBe(2);
  });
});

describe('a text that no voice can say', () => {
  it('of signs alone is not read, and says so', async () => {
    await open('* * *\n\n… — …');
    const from = Date.now();
    await player.listen.click();
    await player.notice.getByText('Këtu nuk ka asgjë për të lexuar: vetëm shenja.').waitFor();
    expect(sound.firstSoundAfter(from)).toBeNull();
  });

  /** Javanese letters: of all the alphabets that were tried, the one of which the synthesiser says nothing. */
  const unsayable = 'ꦗꦮ ꦗꦮ.';

  it('with a sentence in it that the synthesiser refuses: goes on, tells it and marks it in the page', async () => {
    const after = 'Pas saj lexohet më tej, pa asnjë ndërprerje.';
    await open(`Kjo fjali thuhet.\n\n${unsayable}\n\n${after}`);
    await player.listen.click();
    await eventually(() => litText(page)).toBe(after);
    expect(await markedTexts()).toEqual([unsayable]);
    await player.notice.getByText('Një fjali nuk u tha dot dhe u kapërcye.').waitFor();
    await player.notice.getByText('Artikulli mbaroi.').waitFor();
  });

  const markedTexts = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('degjo-skipped') ?? [])].map((range) => (range instanceof Range ? range.toString() : '')),
    );
});

it('a device with nothing to play sound on: it is said, and the place is kept over a reload', async () => {
  const deaf = await openBrowser({ deaf: true });
  try {
    page = await newPage(deaf);
    player = playerOf(page);
    await open(library.text);
    await player.listen.click();
    await player.notice.getByText('Pajisja nuk ka ku ta lëshojë zërin.').waitFor();
    await player.next.click();
    await player.next.click();
    expect(await litText(page)).toBe(sentenceOf(library, 2));
    await player.resume.click();
    await player.notice.getByText('Pajisja nuk ka ku ta lëshojë zërin.').waitFor();
    expect(await litText(page)).toBe(sentenceOf(library, 2));
    await page.reload();
    await player.bar.getByRole('button', { name: 'Vazhdo te fjalia 3', exact: true }).waitFor();
    expect(deaf.problems()).toEqual([]);
  } finally {
    await page.close();
    await deaf.close();
  }
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems(/ERR_EMPTY_RESPONSE.*\/voice\//, /favicon\.ico/)).toEqual([]);
});
