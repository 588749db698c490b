import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { FakeEngine } from '../speech/fake-engine.ts';
import { ListeningSession } from './listening-session.ts';
import { plainWish } from './plain-wish.ts';
import { SleepTimer } from './sleep-timer.ts';

let engine: FakeEngine;
let session: ListeningSession;
let timer: SleepTimer;
let over: () => void;
/** Milliseconds. */
let now: number;
let beat: (() => void) | undefined;

beforeEach(async () => {
  engine = new FakeEngine();
  session = new ListeningSession(engine, plainWish);
  now = 1_000;
  beat = undefined;
  timer = new SleepTimer(session, {
    now: () => now,
    every: (_, run) => {
      beat = run;
      return () => (beat = undefined);
    },
  });
  over = vi.fn();
  timer.addEventListener('over', over);
  await session.open(inventedArticle());
  session.play();
  engine.tell('sentence', { index: 1 });
});

/** Time passes, in seconds. */
function pass(seconds: number): void {
  now += seconds * 1000;
  beat?.();
}
const volume = () => engine.setVolume.mock.lastCall?.[0];

describe('by the clock', () => {
  beforeEach(() => timer.set({ kind: 'minutes', minutes: 5 }));

  it('tells what is left, and leaves the voice alone until the end is near', () => {
    pass(240);
    expect(timer.snapshot).toEqual({ kind: 'minutes', left: 60_000 });
    expect(volume()).toBeUndefined();
    expect(session.isPlaying).toBe(true);
  });

  it('fades out, pauses, and the place is where that began; the next time is as loud as ever', () => {
    pass(291);
    expect(volume()).toBeCloseTo(9 / 12);
    engine.tell('sentence', { index: 2 });
    pass(6);
    expect(volume()).toBeCloseTo(3 / 12);
    engine.tell('sentence', { index: 3 });
    pass(3);
    expect(session.snapshot).toMatchObject({ playback: 'paused', index: 1 });
    expect(volume()).toBe(1);
    expect(timer.snapshot).toBeUndefined();
    expect(over).toHaveBeenCalledOnce();
    expect(beat).toBeUndefined();
  });

  it('lets a voice that cannot fade say its sentence', () => {
    engine.setVolume.mockReturnValue(false);
    pass(301);
    expect(session.isPlaying).toBe(true);
    engine.tell('sentence', { index: 2 });
    expect(session.snapshot).toMatchObject({ playback: 'paused', index: 2 });
    expect(over).toHaveBeenCalledOnce();
  });

  it('ends with the article, where that was its last sentence', () => {
    engine.setVolume.mockReturnValue(false);
    pass(301);
    expect(timer.articleEnded()).toBe(true);
    expect(over).toHaveBeenCalledOnce();
  });

  it('reads on for ten minutes more at one tap, as loud as before', () => {
    pass(295);
    timer.extend();
    expect(volume()).toBe(1);
    expect(timer.snapshot).toEqual({ kind: 'minutes', left: 605_000 });
    pass(300);
    expect(session.isPlaying).toBe(true);
  });

  it('can be called off', () => {
    timer.set(undefined);
    pass(400);
    expect(session.isPlaying).toBe(true);
    expect(timer.snapshot).toBeUndefined();
  });

  it('goes out by itself where nothing is heard', () => {
    session.pause();
    pass(301);
    expect(timer.snapshot).toBeUndefined();
    expect(over).not.toHaveBeenCalled();
    expect(session.snapshot.playback).toBe('paused');
  });
});

describe('by articles', () => {
  it('ends with the present one', () => {
    timer.set({ kind: 'articles', articles: 1 });
    expect(timer.articleEnded()).toBe(true);
    expect(timer.snapshot).toBeUndefined();
    expect(over).toHaveBeenCalledOnce();
    expect(timer.articleEnded()).toBe(false);
  });

  it('ends after as many as were wished, and one more by a tap', () => {
    timer.set({ kind: 'articles', articles: 2 });
    expect(timer.articleEnded()).toBe(false);
    timer.extend();
    expect(timer.snapshot).toEqual({ kind: 'articles', left: 2 });
    expect([timer.articleEnded(), timer.articleEnded()]).toEqual([false, true]);
  });
});
