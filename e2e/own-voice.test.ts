import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAnyBrowser } from './journeys/any-browser.ts';
import type { AnyBrowser } from './journeys/any-browser.ts';
import { eventually } from './journeys/app.ts';
import { library, sentenceOf } from './journeys/texts.ts';
import { record, rig, testedBrowsers } from './rig/index.ts';
import type { Recording } from './rig/index.ts';

let sound: Recording;
const sentence = (index: number) => sentenceOf(library, index);
const wordsOf = (text: string) => text.split(/\P{L}+/u);

beforeAll(async () => {
  sound = await record();
});

afterAll(() => sound.stop());

describe.each(testedBrowsers)('the embedded voice in %s, with no choice made', (name) => {
  let browser: AnyBrowser;

  beforeAll(async () => {
    browser = await openAnyBrowser(name);
  });

  afterAll(() => browser.close());

  it('opens a text that was pasted', async () => {
    await browser.goto(`${rig.app}#/shto`);
    await eventually(() => browser.names('textbox')).toHaveLength(1);
    await browser.evaluate((text) => {
      const page = document.querySelector('degjo-app')?.shadowRoot?.querySelector('degjo-add-page');
      const field = page?.shadowRoot?.querySelector('textarea');
      if (field) field.value = text;
    }, library.text);
    await browser.click('button', 'Hap artikullin');
    await eventually(() => browser.names('heading')).toContain(library.title);
  });

  /** What is lit: the sentence, or the word in it. */
  const lit = (layer: 'sentence' | 'word') =>
    browser.evaluate((layer) => {
      const range = [...(CSS.highlights.get(`degjo-${layer}`) ?? [])][0];
      return range instanceof Range ? range.toString() : undefined;
    }, layer);

  it('is heard from the press on, with sentence and word lit', async () => {
    const pressed = Date.now();
    expect(sound.silentFor(100)).toBe(true);
    await browser.click('button', 'Dëgjo');
    const heard = await sound.waitForSound({ after: pressed });
    await eventually(() => lit('sentence')).toBe(sentence(1));
    expect(sound.rms(heard, heard + 500)).toBeGreaterThan(500);
    await eventually(async () => wordsOf(library.text).includes((await lit('word')) ?? ''), 'a word is lit').toBe(true);
  });

  it('lights the words of a sentence one after the other', async () => {
    const words = new Set<string | undefined>();
    await eventually(async () => {
      if ((await lit('sentence')) === sentence(2)) words.add(await lit('word'));
      return words.size;
    }).toBeGreaterThan(3);
    for (const word of words) if (word !== undefined) expect(sentence(2)).toContain(word);
  });

  it('pause is silence, and Vazhdo says the same sentence again', async () => {
    await browser.click('button', 'Pauzë');
    const silent = await sound.waitForSilence(500);
    // Firefox fades out.
    expect(sound.rms(silent)).toBeLessThan(20);
    const at = await lit('sentence');
    const pressed = Date.now();
    await browser.click('button', 'Vazhdo');
    await sound.waitForSound({ after: pressed });
    expect(await lit('sentence')).toBe(at);
  });

  it('seeks by time', async () => {
    const far = library.sentences.length - 4;
    await browser.evaluate(() => {
      const bar = document.querySelector('degjo-app')?.shadowRoot?.querySelector('degjo-player-bar')?.shadowRoot;
      const controls = bar?.querySelector('degjo-player-controls')?.shadowRoot;
      const slider = controls?.querySelector('degjo-time-bar')?.shadowRoot?.querySelector('input');
      if (!slider) throw new Error('no time bar');
      slider.value = String(Number(slider.max) * 0.9);
      slider.dispatchEvent(new Event('input'));
      slider.dispatchEvent(new Event('change'));
    });
    await sound.waitForSound({ after: Date.now() });
    await eventually(async () => library.sentences.indexOf((await lit('sentence')) ?? '')).toBeGreaterThanOrEqual(
      far - 2,
    );
  });

  it('reads to the end', async () => {
    await eventually(() => browser.texts('.silence'), 'the end').toContainEqual(
      expect.stringContaining('Artikulli mbaroi.'),
    );
    await sound.waitForSilence(500);
  });

  it('had no problem with any of this', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
