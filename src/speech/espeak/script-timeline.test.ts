import { expect, it } from 'vitest';
import type { Utterance } from '../engine.ts';
import { ScriptTimeline } from './script-timeline.ts';

const utterance = (text: string, closes: Utterance['closes'] = 'sentence'): Utterance => ({
  text,
  language: 'sq',
  closes,
});
const ten = Array.from({ length: 10 }, () => utterance('a'.repeat(100)));
const measured = (script: readonly Utterance[]) => {
  const timeline = new ScriptTimeline(script);
  while (timeline.measure(() => performance.now()));
  return timeline;
};

it('estimates by length, and learns from what was said', () => {
  const timeline = measured(ten);
  const guess = timeline.duration;
  timeline.set(0, 12, 0.35);
  expect(timeline.secondsOf(1)).toBe(12.35);
  expect(timeline.duration).toBeGreaterThan(guess);
  expect(timeline.duration).toBeCloseTo(10 * 12 + 9 * 0.35);
});

it('is exact where all was said', () => {
  const timeline = measured([utterance('Një.', 'heading'), utterance('Dy.', 'paragraph'), utterance('Tre.')]);
  for (const [index, [sound, pause]] of [
    [1, 0.9],
    [2, 0.7],
    [3, 0],
  ].entries())
    timeline.set(index, sound ?? 0, pause ?? 0);
  expect([0, 1, 2, 3].map((index) => timeline.secondsOf(index))).toEqual(
    [0, 1.9, 4.6, 7.6].map((seconds) => expect.closeTo(seconds) as number),
  );
});

it('finds the utterance of a moment, its pause included, and the ends', () => {
  const timeline = measured(ten);
  for (let index = 0; index < 10; index += 1) {
    expect(timeline.indexAt(timeline.secondsOf(index))).toBe(index);
    expect(timeline.indexAt(timeline.secondsOf(index + 1) - 0.01)).toBe(index);
  }
  expect([timeline.indexAt(-1), timeline.indexAt(1e6)]).toEqual([0, 9]);
});

it('reads a long script in strides, and knows about its length meanwhile', () => {
  let time = 0;
  const script = Array.from({ length: 1_000 }, () => ({
    language: 'sq',
    closes: 'sentence' as const,
    get text() {
      time += 1;
      return 'a'.repeat(100);
    },
  }));
  const timeline = new ScriptTimeline(script);
  expect(timeline.measure(() => time)).toBe(true);
  expect(time).toBeLessThan(20);
  const early = timeline.duration;
  while (timeline.measure(() => time));
  expect(early).toBeCloseTo(timeline.duration);
});

it('of nothing is nothing', () => {
  const timeline = measured([]);
  expect([timeline.duration, timeline.secondsOf(0), timeline.indexAt(5)]).toEqual([0, 0, 0]);
});
