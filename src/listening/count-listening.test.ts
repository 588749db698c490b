import { beforeEach, expect, it } from 'vitest';
import { countListening } from './count-listening.ts';

let time: number;
let counted: number;
let isWished: boolean;
let session: EventTarget & { snapshot: { playback: string } };
let page: EventTarget;

beforeEach(() => {
  [time, counted, isWished] = [new Date(2026, 10, 25, 12).getTime(), 0, true];
  session = Object.assign(new EventTarget(), { snapshot: { playback: 'idle' } });
  page = new EventTarget();
  countListening({
    session: session as never,
    isWished: () => isWished,
    add: ({ day, seconds }) => {
      expect(day).toBe('2026-11-25');
      counted += seconds;
    },
    now: () => time,
    page,
  });
});

function after(seconds: number, playback: string): void {
  time += seconds * 1000;
  session.snapshot = { playback };
  session.dispatchEvent(new Event('change'));
}

it('counts from the first word to the pause, not while the voice is coming', () => {
  after(0, 'loading');
  after(2, 'playing');
  after(5, 'playing');
  after(5, 'paused');
  after(60, 'loading');
  expect(counted).toBe(10);
});

it('counts as it goes, so that little is lost', () => {
  after(0, 'playing');
  for (let sentence = 0; sentence < 10; sentence++) after(6, 'playing');
  expect(counted).toBe(60);
});

it('counts what was heard until the page is left', () => {
  after(0, 'playing');
  time += 7_000;
  page.dispatchEvent(new Event('pagehide'));
  expect(counted).toBe(7);
});

it('counts nothing unasked, nor backwards', () => {
  isWished = false;
  after(0, 'playing');
  after(9, 'paused');
  isWished = true;
  after(0, 'playing');
  after(-3_600, 'paused');
  expect(counted).toBe(0);
});
