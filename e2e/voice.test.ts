import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addText, articleLinks, eventually, headline, load, newPage, shownText } from './journeys/app.ts';
import { litAndSpoken, litText, playerOf, tapSentence } from './journeys/player.ts';
import type { Player } from './journeys/player.ts';
import { lastLine, spokenLines } from './journeys/spoken.ts';
import { library, sentenceOf } from './journeys/texts.ts';
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

/** Opens the text and has the voice read this sentence. */
async function hear(index: number): Promise<void> {
  await load(page, rig.app);
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

describe('a voice that gives up: the session stops at that sentence, says so, and one tap goes on', () => {
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

describe('a device without an Albanian voice', () => {
  const noVoice = 'Kjo pajisje nuk ka zë shqip.';

  it.each<[string, () => void]>([
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
  ])('%s: says so, helps, stays readable, and speaks in no other language', async (_name, take) => {
    await page.addInitScript(take);
    await load(page, rig.app);
    await articleLinks(page).nth(1).click();
    await player.notice.getByText(noVoice).waitFor();
    const from = Date.now();
    await player.listen.click();
    await player.notice.getByText(noVoice).waitFor();
    expect(await spokenLines(page)).toEqual([]);
    await sound.waitForSilence(700, { after: from });
    expect(sound.firstSoundAfter(from)).toBeNull();

    await player.bar.getByRole('button', { name: 'Çfarë mund të bëj?' }).click();
    await page.getByRole('heading', { name: 'Si të merrni një zë më të mirë' }).waitFor();
    await page.getByText('Instaloni paketat speech-dispatcher dhe espeak-ng.').waitFor();
    await page.goBack();
    expect(await headline(page).innerText()).not.toBe('');
    expect((await shownText(page)).length).toBeGreaterThan(500);
  });

  it('that gets one while it is open: is heard on the next tap', async () => {
    await page.addInitScript(() => {
      const all = Reflect.get<SpeechSynthesis, 'getVoices'>(SpeechSynthesis.prototype, 'getVoices');
      const late = window as { installed?: boolean };
      SpeechSynthesis.prototype.getVoices = function () {
        return all.call(this).filter(({ lang }) => late.installed === true || !lang.startsWith('sq'));
      };
    });
    await load(page, rig.app);
    await articleLinks(page).nth(1).click();
    await player.notice.getByText(noVoice).waitFor();
    await page.evaluate(() => {
      (window as { installed?: boolean }).installed = true;
      speechSynthesis.dispatchEvent(new Event('voiceschanged'));
    });
    await eventually(() => player.notice.filter({ hasText: noVoice }).count()).toBe(0);
    const pressed = Date.now();
    await player.listen.click();
    await sound.waitForSound({ after: pressed });
    expect(await lastLine(page)).toMatchObject({ lang: 'sq', voice: 'sq' });
  });
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});

// The last: a browser that was open meanwhile may stay without a voice.
it('the real voice dies in the middle of a word: the session stops there and says so; the next visit goes on from there', async () => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'degjo-profile-'));
  let dead = false;
  try {
    const doomed = await openBrowser({ userDataDir });
    page = await newPage(doomed);
    player = playerOf(page);
    await hear(3);
    await sound.waitForSound();
    dead = true;
    await stopSpeech();
    await player.notice.getByText(interrupted).waitFor({ timeout: 30_000 });
    expect(await litText(page)).toBe(sentence(3));
    const address = page.url();
    expect(doomed.problems()).toEqual([]);
    await doomed.close();

    await startSpeech();
    dead = false;
    const anew = await openBrowser({ userDataDir });
    page = await newPage(anew);
    player = playerOf(page);
    await load(page, address);
    const pressed = Date.now();
    await player.bar.getByRole('button', { name: 'Vazhdo te fjalia 4', exact: true }).click();
    await sound.waitForSound({ after: pressed });
    await eventually(() => litAndSpoken(page)).toBe(sentence(3));
    expect(anew.problems()).toEqual([]);
    await anew.close();
  } finally {
    if (dead) await startSpeech();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});
