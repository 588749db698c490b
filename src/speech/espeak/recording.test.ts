import { expect, it } from 'vitest';
import { pauses } from './pauses.ts';
import { record, type Passage, type RecordedVoice, type Take } from './recording.ts';
import type { SynthesisOptions } from './synthesiser.ts';
import { sampleRate } from './wav.ts';

const own = { variant: 'standard', pitch: 1, rate: 1 };

/** Says each character as a sample of loudness 100; what holds `unsayable` not at all. */
const plainVoice: RecordedVoice = (text) =>
  Promise.resolve(text.includes('unsayable') ? undefined : new Int16Array(text.length).fill(100));

async function takesOf(passages: readonly Passage[], options = own, voice = plainVoice): Promise<Take[]> {
  const takes: Take[] = [];
  const studio = {
    loadVoice: () => Promise.resolve(voice),
    loadTempo: () =>
      Promise.resolve((samples: Int16Array, factor: number) =>
        Promise.resolve(samples.slice(0, Math.round(samples.length / factor))),
      ),
  };
  for await (const take of record(passages, options, studio)) takes.push(take);
  return takes;
}

/** Milliseconds of silence before a take's sound. */
const silenceBefore = ({ samples }: Take) =>
  Math.round((samples.findIndex((sample) => sample !== 0) / sampleRate) * 1000);
const soundOf = ({ samples }: Take) => samples.filter((sample) => sample !== 0).length;

const article: readonly Passage[] = [
  { text: 'Bora mbylli rrugët', closes: 'heading' },
  { text: 'Ra gjithë natën.', closes: 'sentence' },
  { text: 'Rruga u mbyll.', closes: 'paragraph' },
  { text: 'U hap vonë.', closes: 'paragraph' },
];

it('pauses as a reader does: before the first word a little, after a sentence, a paragraph, a heading', async () => {
  const takes = await takesOf(article);
  expect(takes.map(silenceBefore)).toEqual([300, pauses.heading, pauses.sentence, pauses.paragraph]);
  expect(takes.map(soundOf)).toEqual(article.map(({ text }) => text.length));
});

it('pauses shorter at a higher rate, and longer at a lower one', async () => {
  expect((await takesOf(article, { ...own, rate: 2 })).map(silenceBefore)[1]).toBe(pauses.heading / 2);
  expect((await takesOf(article, { ...own, rate: 0.5 })).map(silenceBefore)[1]).toBe(pauses.heading * 2);
});

it('lets the voice itself speak faster as far as it can, and shortens the rest', async () => {
  const asked: SynthesisOptions[] = [];
  const voice: RecordedVoice = (text, options) => {
    asked.push(options);
    return plainVoice(text, options);
  };
  const [slow] = await takesOf(article, { ...own, rate: 2 }, voice);
  const [fast] = await takesOf(article, { ...own, rate: 4 }, voice);
  expect([asked[0]?.rate, asked.at(-1)?.rate]).toEqual([2, 450 / 175]);
  expect(soundOf(slow as Take)).toBe(18);
  expect(soundOf(fast as Take)).toBe(Math.round(18 / (4 / (450 / 175))));
});

it('passes over what cannot be said, counts it, and keeps the longest pause', async () => {
  const takes = await takesOf([
    { text: 'Një.', closes: 'sentence' },
    { text: 'unsayable', closes: 'paragraph' },
    { text: '* * *', closes: 'sentence' },
    { text: 'Dy.', closes: 'sentence' },
  ]);
  expect(takes.map(({ lost }) => lost)).toEqual([false, true, false, false]);
  expect(takes.map(soundOf)).toEqual([4, 0, 0, 3]);
  expect(silenceBefore(takes[3] as Take)).toBe(pauses.paragraph);
});

it('asks for no more than what is taken', async () => {
  let asked = 0;
  const voice: RecordedVoice = () => Promise.resolve(new Int16Array((asked += 1)));
  const takes = record(article, own, {
    loadVoice: () => Promise.resolve(voice),
    loadTempo: () => Promise.reject(new Error('not needed')),
  });
  await takes.next();
  expect(asked).toBe(1);
});

it('refuses a variant that is not packed', async () => {
  await expect(takesOf(article, { ...own, variant: 'klatt' })).rejects.toThrow(RangeError);
});
