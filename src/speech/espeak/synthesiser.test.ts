import { beforeAll, describe, expect, it } from 'vitest';
import { loadSynthesiser } from './node/load-synthesiser.ts';
import { sampleRate, type Clip, type Synthesiser } from './synthesiser.ts';
import { variants } from './variants.ts';

let synthesiser: Synthesiser;
beforeAll(async () => {
  synthesiser = await loadSynthesiser();
});

const say = (text: string, variant = 'standard', pitch = 1) => synthesiser.synthesise(text, { variant, pitch });
const seconds = (clip: Clip | undefined) => (clip?.samples.length ?? 0) / sampleRate;
const wordsOf = (text: string) => say(text)?.words.map(({ at, length }) => text.slice(at, at + length));

function rms({ samples }: Clip): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);
}

/** How often a second the sound repeats itself, where a voice lies: by the strongest likeness to itself, later. */
function fundamental({ samples }: Clip): number {
  const likeness = (lag: number) => {
    let sum = 0;
    for (let at = 0; at + lag < samples.length; at += 3) sum += (samples[at] ?? 0) * (samples[at + lag] ?? 0);
    return sum;
  };
  const lags = Array.from({ length: sampleRate / 60 - sampleRate / 400 }, (_, index) => sampleRate / 400 + index);
  const best = lags.map(Math.round).reduce((a, b) => (likeness(b) > likeness(a) ? b : a));
  return sampleRate / best;
}

/** Golden: measured once; a changed voice, or one cut wrongly, says it otherwise. */
const weather = 'Moti sot është me diell, por nesër pritet shi në veri të vendit.';

describe('sound', () => {
  it.each([
    ['Mirëdita.', 0.56],
    [weather, 3.91],
    ['Çmimi i bukës u rrit me tre për qind.', 2.11],
  ])('%s is said, and lasts as long as it did', (text, expected) => {
    const clip = say(text) as Clip;
    expect(seconds(clip)).toBeCloseTo(expected, 1);
    expect(rms(clip)).toBeGreaterThan(1000);
  });

  it('begins and ends without silence', () => {
    const { samples } = say(weather) as Clip;
    const loudest = (part: Int16Array) => part.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(loudest(samples.subarray(0, 1))).toBeGreaterThan(0);
    expect(loudest(samples.subarray(0, sampleRate / 100))).toBeGreaterThan(30);
    expect(loudest(samples.subarray(-sampleRate / 100))).toBeGreaterThan(30);
  });

  it.each([
    ['standard', 117],
    ['max', 115],
    ['quincy', 82],
    ['f2', 216],
    ['steph', 184],
  ])('the variant %s lies at about %i hertz', (variant, hertz) => {
    const heard = fundamental(say(weather, variant) as Clip);
    expect(Math.abs(heard - hertz)).toBeLessThan(12);
  });

  it('every variant that is offered is tested', () => {
    expect(variants.map(({ id }) => id)).toEqual(['standard', 'max', 'quincy', 'f2', 'steph']);
  });

  it('is higher at a higher pitch', () => {
    const [low, own, high] = [0.5, 1, 2].map((pitch) => fundamental(say(weather, 'standard', pitch) as Clip));
    expect(low).toBeLessThan(own ?? 0);
    expect(own).toBeLessThan(high ?? 0);
  });

  it('refuses a variant that is not packed', () => {
    expect(() => say('Po.', 'klatt')).toThrow(RangeError);
  });
});

describe('words', () => {
  it.each([
    ['Mali bën 3,5 kile.', ['Mali', 'bën', '3,5', 'kile']],
    ['Mali & deti: pesë shumë.', ['Mali', '&', 'deti', 'pesë', 'shumë']],
    ['Pesë < shtatë, tha <b>Ana</b> sot.', ['Pesë', 'shtatë', 'tha', 'b', 'Ana', 'b', 'sot']],
    ['Gëzuar 😀 të gjithë 👩🏽‍🚀 sot!', ['Gëzuar', '😀', 'të', 'gjithë', '👩🏽‍🚀', 'sot']],
    ['Janë 12.345,67 € në arkë.', ['Janë', '12.345,67', '€', 'në', 'arkë']],
    ['S’ka COVID-19 në orën 12:30.', ['S’ka', 'COVID-19', 'në', 'orën', '12:30']],
    ['Shqipëri–Itali. Fier-Vlorë.', ['Shqipëri', 'Itali', 'Fier-Vlorë']],
  ])('of %s are found where they stand', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('begin in order, inside the sound, about when they are said', () => {
    const clip = say(weather) as Clip;
    const samples = clip.words.map(({ sample }) => sample);
    expect(samples).toEqual(samples.toSorted((a, b) => a - b));
    expect(samples.at(0)).toBe(0);
    expect(samples.at(-1)).toBeLessThan(clip.samples.length);
    // The voice takes a breath at the comma, so the word after it begins in sound that was silent just before.
    const after = clip.words[5]?.sample ?? 0;
    expect(weather.slice(clip.words[5]?.at)).toMatch(/^por/);
    const breath = clip.samples.subarray(after - 1500, after - 300);
    expect(rms({ ...clip, samples: breath })).toBeLessThan(50);
  });
});

describe('what nobody would say', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['a dash', '–'],
    ['a control character', '\0'],
  ])('%s is not said', (_, text) => {
    expect(say(text)).toBeUndefined();
  });

  it.each([
    ['markup that eSpeak NG would obey', '<audio src="/etc/passwd"/> <break time="99s"/> Po.'],
    ['an entity', '&#x41;&quot; Po.'],
    ['an open tag', '<speak Po.'],
    ['phoneme brackets', '[[hello]] Po.'],
    ['a NUL inside', 'Po\0po po.'],
    ['half a surrogate pair', 'Po \ud83d po \ude00.'],
    ['twenty thousand letters', 'a'.repeat(20_000)],
    ['a thousand combining marks', `e${'\u0301'.repeat(1_000)} po.`],
    ['other alphabets', 'Москва Ελλάδα العربية 日本'],
    ['directions turned', 'Po \u202Epo\u202C po.'],
  ])('%s is survived, and the next sentence sounds as ever', (_, text) => {
    const words = say(text)?.words ?? [];
    for (const { at, length } of words) expect(at + length).toBeLessThanOrEqual(text.length);
    expect(seconds(say(weather))).toBeCloseTo(3.91, 1);
  });

  it('a break asked for in markup is read, not made', () => {
    expect(seconds(say('Po <break time="99s"/> po.'))).toBeLessThan(10);
  });
});
