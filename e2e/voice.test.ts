import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addText,
  articleLinks,
  chooseSystemVoice,
  eventually,
  headline,
  load,
  newPage,
  shownText,
} from './journeys/app.ts';
import { litAndSpoken, litText, playerOf, tapSentence } from './journeys/player.ts';
import type { Player } from './journeys/player.ts';
import { lastLine, ownVoiceSpeaks, spokenLines } from './journeys/spoken.ts';
import { library, market, sentenceOf } from './journeys/texts.ts';
import { openBrowser, record, rig, startSpeech, stopSpeech } from './rig/index.ts';
import type { Recording, RigBrowser } from './rig/index.ts';

let browser: RigBrowser;
let sound: Recording;
let page: Page;
let player: Player;
const sentence = (index: number) => sentenceOf(library, index);
const interrupted = 'Zëri u ndërpre te kjo fjali.';

beforeAll(async () => {
  browser = await openBrowser();
  sound = await record();
});

afterAll(async () => {
  await browser.close();
  await sound.stop();
});

beforeEach(async () => {
  page = await newPage(browser);
  player = playerOf(page);
});

afterEach(() => page.close());

/** The embedded voice cannot be fetched, and is not here yet. */
const withoutOwnVoice = () => page.route('**/voice/**', (route) => route.abort());

/** Opens the text and has the device's own voice read this sentence. */
async function hear(index: number): Promise<void> {
  await load(page, rig.app);
  await articleLinks(page).first().waitFor();
  await chooseSystemVoice(page);
  await addText(page, library.text);
  await tapSentence(page, sentence(index));
}

/** The session stands at this sentence, and one tap says it aloud. */
async function oneTapGoesOn(index: number): Promise<void> {
  await sound.waitForSilence(500);
  expect(await litText(page)).toBe(sentence(index));
  const { length } = await spokenLines(page);
  const pressed = Date.now();
  await player.resume.click();
  await sound.waitForSound({ after: pressed });
  await eventually(() => litAndSpoken(page)).toBe(sentence(index));
  expect((await spokenLines(page))[length]?.text).toBe(sentence(index));
  await player.stop.click();
}

/** What a defective voice does to the first utterance with these words; every other is left alone. */
async function misbehave(words: string, how: 'fails' | 'loses its end' | 'never starts'): Promise<void> {
  await page.addInitScript(
    ([wanted, defect]) => {
      const speak = Reflect.get<SpeechSynthesis, 'speak'>(SpeechSynthesis.prototype, 'speak');
      const endless = new WeakSet<EventTarget>();
      SpeechSynthesisUtterance.prototype.addEventListener = function (
        this: SpeechSynthesisUtterance,
        type: string,
        listener: (event: Event) => void,
      ) {
        EventTarget.prototype.addEventListener.call(this, type, (event) => {
          if (type !== 'end' || !endless.has(this)) listener(event);
        });
      };
      let left = defect === 'never starts' ? 2 : 1;
      SpeechSynthesis.prototype.speak = function (utterance) {
        if (utterance.text !== wanted || left === 0) {
          speak.call(this, utterance);
          return;
        }
        left -= 1;
        if (defect === 'never starts') return;
        if (defect === 'loses its end') {
          endless.add(utterance);
        } else {
          utterance.addEventListener('start', () => {
            utterance.dispatchEvent(new SpeechSynthesisErrorEvent('error', { utterance, error: 'synthesis-failed' }));
          });
        }
        speak.call(this, utterance);
      };
    },
    [words, how] as const,
  );
}

describe('a voice that gives up while there is no other: the session stops at that sentence, says so, and one tap goes on', () => {
  beforeEach(withoutOwnVoice);

  it.each(['fails', 'loses its end'] as const)('it %s', async (how) => {
    await misbehave(sentence(3), how);
    await hear(3);
    await player.notice.getByText(interrupted).waitFor({ timeout: 20_000 });
    expect((await lastLine(page))?.text).toBe(sentence(3));
    await oneTapGoesOn(3);
  });

  it('it never starts', async () => {
    await misbehave(sentence(3), 'never starts');
    await hear(3);
    await player.notice.getByText('Zëri nuk filloi.').waitFor({ timeout: 20_000 });
    await oneTapGoesOn(3);
  });

  it('another page takes it', async () => {
    await hear(4);
    await eventually(() => litAndSpoken(page)).toBe(sentence(4));
    const other = await browser.context.newPage();
    await other.goto(rig.app);
    await other.evaluate(() => {
      speechSynthesis.cancel();
    });
    await player.notice.getByText('Zërin e mori një program tjetër.').waitFor();
    await other.close();
    await oneTapGoesOn(4);
  });
});

describe('a voice that gives up: the embedded one goes on at the same sentence, and it is said once', () => {
  it.each(['fails', 'loses its end', 'never starts'] as const)('it %s', async (how) => {
    await misbehave(sentence(3), how);
    await hear(3);
    await player.notice.getByText('Po lexon zëri i Dëgjos.').waitFor({ timeout: 25_000 });
    await eventually(() => ownVoiceSpeaks(page)).toBe(true);
    expect(await litText(page)).toBe(sentence(3));
    await eventually(() => litAndSpoken(page)).toBe(sentence(4));
    await player.pause.click();
    await player.resume.click();
    await eventually(() => ownVoiceSpeaks(page)).toBe(true);
    expect(await player.notice.getByText('Po lexon zëri i Dëgjos.').count()).toBe(0);
    await player.stop.click();
    await sound.waitForSilence(300);
  });
});

it('a voice that needs the network, which goes: the embedded one goes on at the same sentence, and names the network', async () => {
  const fresh = await openBrowser();
  try {
    page = await newPage(fresh);
    player = playerOf(page);
    await page.addInitScript(() => {
      Object.defineProperty(SpeechSynthesisVoice.prototype, 'localService', { value: false });
    });
    await misbehave(sentence(4), 'never starts');
    // Ours is on this device from an earlier time.
    await load(page, rig.app);
    await addText(page, market.text);
    await player.listen.click();
    await eventually(() => ownVoiceSpeaks(page)).toBe(true);
    await player.stop.click();
    await sound.waitForSilence(300);
    await hear(3);
    await eventually(() => litAndSpoken(page)).toBe(sentence(3));
    await fresh.context.setOffline(true);
    await player.notice
      .getByText('Zëri i zgjedhur kërkon internet. Po lexon zëri i Dëgjos.')
      .waitFor({ timeout: 20_000 });
    await eventually(() => ownVoiceSpeaks(page)).toBe(true);
    expect(await litText(page)).toBe(sentence(4));
    await player.stop.click();
    await sound.waitForSilence(300);
  } finally {
    await fresh.close();
  }
});

it('the embedded voice says that it is coming, the first time, and then reads', async () => {
  const fresh = await openBrowser();
  try {
    page = await newPage(fresh);
    player = playerOf(page);
    let arrive: () => void = () => undefined;
    const line = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/voice/*.bin', async (route) => {
      await line;
      await route.continue();
    });
    await load(page, rig.app);
    await addText(page, market.text);
    await player.listen.click();
    await player.notice.getByText('Po vjen zëri i Dëgjos').waitFor();
    // Inside the tap the element plays a tenth of a second of silence.
    await eventually(() => ownVoiceSpeaks(page)).toBe(false);
    const pressed = Date.now();
    arrive();
    await sound.waitForSound({ after: pressed });
    await eventually(() => player.notice.getByText('Po vjen zëri i Dëgjos').count()).toBe(0);
    await player.stop.click();
  } finally {
    await fresh.close();
  }
});

/** In the page: the device tells its voices only when a `voices-come` event bids it, as slow ones do; then always. */
function holdVoicesBack(): void {
  const voices = speechSynthesis.getVoices.bind(speechSynthesis);
  let here = sessionStorage.getItem('voices') !== null;
  speechSynthesis.getVoices = () => (here ? voices() : []);
  addEventListener('voices-come', () => {
    here = true;
    sessionStorage.setItem('voices', 'here');
    speechSynthesis.dispatchEvent(new Event('voiceschanged'));
  });
}

it('the listener may have the device’s voice instead, keeps it, and can come back to ours', async () => {
  const fresh = await openBrowser();
  try {
    page = await newPage(fresh);
    await page.addInitScript(holdVoicesBack);
    player = playerOf(page);
    await load(page, rig.app);
    await addText(page, market.text);
    const other = (name: string) => player.bar.getByRole('button', { name, exact: true });
    await player.listen.click({ trial: true });
    const before = await player.listen.boundingBox();
    await page.evaluate(() => dispatchEvent(new Event('voices-come')));
    await other('Lexo me zërin e pajisjes').waitFor();
    // A thumb on its way finds the start where it was.
    expect(await player.listen.boundingBox()).toEqual(before);
    await other('Lexo me zërin e pajisjes').click();
    await other('Lexo me zërin e Dëgjos').waitFor();
    await load(page, page.url());
    await player.listen.click();
    await eventually(() => litAndSpoken(page)).toBe(sentenceOf(market, 0));
    expect((await lastLine(page))?.text).toBe(sentenceOf(market, 0));
    await player.stop.click();
    await other('Lexo me zërin e Dëgjos').click();
    await other('Lexo me zërin e pajisjes').waitFor();
    await player.listen.click();
    await eventually(() => ownVoiceSpeaks(page)).toBe(true);
  } finally {
    await fresh.close();
  }
});

describe('a device without an Albanian voice', () => {
  const takeVoices: [string, () => void][] = [
    [
      'with thousands of others',
      () => {
        const all = Reflect.get<SpeechSynthesis, 'getVoices'>(SpeechSynthesis.prototype, 'getVoices');
        SpeechSynthesis.prototype.getVoices = function () {
          return all.call(this).filter(({ lang }) => !lang.startsWith('sq'));
        };
      },
    ],
    ['with none at all', () => (SpeechSynthesis.prototype.getVoices = () => [])],
    ['whose browser knows no speech', () => Reflect.deleteProperty(window, 'speechSynthesis')],
  ];

  it.each(takeVoices)('%s: the embedded voice reads from the first press, and no other', async (_name, take) => {
    await page.addInitScript(take);
    await load(page, rig.app);
    await page.locator('degjo-article-list:not([removable]) a').nth(1).click();
    await player.listen.waitFor();
    const pressed = Date.now();
    await player.listen.click();
    await sound.waitForSound({ after: pressed });
    await eventually(() => litAndSpoken(page)).toBe(await headline(page).innerText());
    expect(await spokenLines(page)).toEqual([]);
    await player.stop.click();
    await sound.waitForSilence(300);
  });

  it.each(takeVoices)(
    '%s, where ours cannot come: says so, helps, stays readable, and is silent',
    async (_name, take) => {
      const fresh = await openBrowser();
      try {
        page = await newPage(fresh);
        player = playerOf(page);
        await withoutOwnVoice();
        await page.addInitScript(take);
        await load(page, rig.app);
        await page.locator('degjo-article-list:not([removable]) a').nth(1).click();
        await player.listen.waitFor();
        const from = Date.now();
        await player.listen.click();
        await player.notice.getByText('Zëri i Dëgjos nuk është ende në këtë pajisje').waitFor({ timeout: 20_000 });
        expect(await spokenLines(page)).toEqual([]);
        await sound.waitForSilence(700, { after: from });
        expect(sound.firstSoundAfter(from)).toBeNull();

        await player.bar.getByRole('button', { name: 'Çfarë mund të bëj?' }).click();
        await page.getByRole('heading', { name: 'Si të merrni një zë më të mirë' }).waitFor();
        await page.getByText('Instaloni paketat speech-dispatcher dhe espeak-ng.').waitFor();
        await page.goBack();
        await headline(page).waitFor();
        expect((await shownText(page)).length).toBeGreaterThan(500);

        // The network is back: the next press is heard.
        await page.unroute('**/voice/**');
        const again = Date.now();
        await player.resume.click();
        await sound.waitForSound({ after: again });
        await player.stop.click();
      } finally {
        await fresh.close();
      }
    },
  );
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems(/ERR_FAILED.*\/voice\//)).toEqual([]);
});

// The last: a browser that was open meanwhile may stay without a voice.
it('the real voice dies in the middle of a word: the session stops there and says so; the next visit goes on from there', async () => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'degjo-profile-'));
  let dead = false;
  try {
    const doomed = await openBrowser({ userDataDir });
    page = await newPage(doomed);
    player = playerOf(page);
    await withoutOwnVoice();
    await hear(3);
    await sound.waitForSound();
    dead = true;
    await stopSpeech();
    await player.notice.getByText(interrupted).waitFor({ timeout: 30_000 });
    expect(await litText(page)).toBe(sentence(3));
    const address = page.url();
    expect(doomed.problems(/ERR_FAILED.*\/voice\//)).toEqual([]);
    await doomed.close();

    await startSpeech();
    dead = false;
    const anew = await openBrowser({ userDataDir });
    page = await newPage(anew);
    player = playerOf(page);
    await withoutOwnVoice();
    await load(page, address);
    const pressed = Date.now();
    await player.bar.getByRole('button', { name: 'Vazhdo te fjalia 4', exact: true }).click();
    await sound.waitForSound({ after: pressed });
    await eventually(() => litAndSpoken(page)).toBe(sentence(3));
    expect(anew.problems(/ERR_FAILED.*\/voice\//)).toEqual([]);
    await anew.close();
  } finally {
    if (dead) await startSpeech();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});
