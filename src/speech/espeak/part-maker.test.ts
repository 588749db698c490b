import { expect, it } from 'vitest';
import { chime } from './chime.ts';
import { makePart } from './part-maker.ts';
import type { MakeRequest } from './protocol.ts';
import { sampleRate } from './wav.ts';

const said: string[] = [];
const tools = {
  synthesise: (text: string) => {
    said.push(text);
    return Promise.resolve({
      samples: new Int16Array(sampleRate).fill(1000),
      words: [{ at: 0, length: 3, sample: 0 }],
    });
  },
  breathe: () => Promise.resolve(),
  isWanted: () => true,
  now: () => 0,
};
const request: MakeRequest = {
  type: 'make',
  id: 1,
  lead: 0,
  lines: [{ text: 'Një.', pause: 350, closes: false }],
  seconds: 6,
  variant: 'standard',
  pitch: 1,
};

it('an announcement comes after a short sound and before the first line, which stands where it is heard', async () => {
  const announcement = [{ text: 'Gazeta.', pause: 700, closes: true }];
  const part = await makePart({ ...request, announcement }, tools);
  expect(said).toEqual(['Gazeta.', 'Një.']);
  // The sound, a breath, a second of words and their pause.
  const start = chime().length / sampleRate + 0.2 + 1 + 0.7;
  expect(part?.lines).toHaveLength(1);
  expect(part?.lines[0]?.start).toBeCloseTo(start);
  expect(part?.lines[0]?.words[0]?.start).toBeCloseTo(start);
  expect(part?.duration).toBeCloseTo(start + 1.35);
});

it('without one there is no sound either', async () => {
  const part = await makePart(request, tools);
  expect(part?.lines[0]?.start).toBe(0);
  expect(part?.duration).toBeCloseTo(1.35);
});

it('the sound begins and ends in silence, is heard, and is softer than a voice', () => {
  const sound = chime();
  const peak = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect([sound[0], sound.at(-1)]).toEqual([0, expect.closeTo(0, 0)]);
  expect(peak).toBeGreaterThan(2_000);
  expect(peak).toBeLessThan(10_000);
  expect(sound.length / sampleRate).toBeLessThan(1);
});

it('what is empty costs no breath and no time', async () => {
  said.length = 0;
  const empty = { text: '', pause: 350, closes: true };
  const part = await makePart({ ...request, lines: [empty, ...request.lines] }, tools);
  expect(said).toEqual(['Një.']);
  expect(part?.lines).toEqual([undefined, expect.objectContaining({ start: 0 })]);
});
