import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpeechEngine, SpeechOptions, Utterance } from '../engine.ts';
import { EspeakEngine } from './espeak-engine.ts';
import { FakePlatform, perCharacter, unsayable } from './fake-platform.ts';

const plain: SpeechOptions = { rate: 1, pitch: 1 };
let platform: FakePlatform;
let engine: SpeechEngine;
/** Reports in short, in order: `sentence 0`, `word 0 5+6`, `skipped 1`, `failed 1 broken`, `ended`. */
let reports: string[];
/** When a sentence was reported, in milliseconds. */
let begun: Map<number, number>;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue();
  platform = new FakePlatform();
  engine = new EspeakEngine(platform);
  reports = [];
  begun = new Map();
  engine.addEventListener('sentence', ({ detail: { index } }) => {
    reports.push(`sentence ${index}`);
    begun.set(index, platform.time);
  });
  engine.addEventListener('word', ({ detail: { index, at, length } }) => reports.push(`word ${index} ${at}+${length}`));
  engine.addEventListener('skipped', ({ detail }) => reports.push(`skipped ${detail.index}`));
  engine.addEventListener('failed', ({ detail }) => reports.push(`failed ${detail.index} ${detail.reason}`));
  engine.addEventListener('ended', () => reports.push('ended'));
});
afterEach(() => vi.restoreAllMocks());

const script = (...texts: string[]): Utterance[] =>
  texts.map((text) => ({ text, language: 'sq', closes: 'sentence' as const }));
/** Sentences of 40 characters, two seconds each. */
const long = (count: number) =>
  script(...Array.from({ length: count }, (_, index) => `fjali ${index} `.padEnd(39, 'a') + '.'));
const sentences = () => reports.filter((report) => !report.startsWith('word'));
/** Parts that are in memory, besides the silence for taps. */
const partsInMemory = () => platform.live.size - 1;

describe('reading', () => {
  it('tells each sentence and word when it is heard, and the end', async () => {
    engine.speak(script('Po, mirë.', 'Jo.'), 0, plain);
    await platform.pass(2);
    expect(reports).toEqual(['sentence 0', 'word 0 0+2', 'word 0 4+4', 'sentence 1', 'word 1 0+2', 'ended']);
    // Nine characters and a pause after the first.
    const [first = 0, second = 0] = [begun.get(0), begun.get(1)];
    expect(second - first - 40).toBeGreaterThanOrEqual(9 * perCharacter * 1000 + 350 - 20);
    expect(second - first - 40).toBeLessThan(9 * perCharacter * 1000 + 350 + 20);
  });

  it('begins with the sentence that it was asked for', async () => {
    engine.speak(long(5), 3, plain);
    await platform.pass(6);
    expect(sentences()).toEqual(['sentence 3', 'sentence 4', 'ended']);
  });

  it('says a sentence of many clauses in pieces, as one sentence', async () => {
    const clause = `${'a'.repeat(98)}, `;
    const text = clause.repeat(9) + 'fund.';
    engine.speak(script(text), 0, plain);
    await platform.pass(60);
    expect(platform.made[0]?.lines.length).toBeGreaterThan(2);
    expect(sentences()).toEqual(['sentence 0', 'ended']);
    expect(reports.at(-2)).toBe(`word 0 ${text.indexOf('fund')}+4`);
  });

  it('tells how far it is', async () => {
    const progress: { seconds: number; duration: number }[] = [];
    engine.addEventListener('progress', ({ detail }) => progress.push(detail));
    engine.speak(long(3), 0, plain);
    await platform.pass(8);
    const seconds = progress.map((report) => report.seconds);
    expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
    expect(seconds.length).toBeGreaterThan(20);
    expect(seconds.at(-1)).toBeGreaterThan(6);
    expect(progress.at(-1)?.duration).toBeCloseTo(3 * 2 + 2 * 0.35, 1);
  });
});

describe('part after part', () => {
  it('the next is there before the one that is heard ends, and the pause between is as long as any other', async () => {
    platform.speed = 4;
    engine.speak(long(20), 0, plain);
    await platform.pass(50);
    expect(sentences()).toEqual([...Array.from({ length: 20 }, (_, index) => `sentence ${index}`), 'ended']);
    expect(platform.made.length).toBeGreaterThan(2);
    const gaps = Array.from({ length: 19 }, (_, index) => (begun.get(index + 1) ?? 0) - (begun.get(index) ?? 0));
    // The first change cannot know yet how long one takes; it learns from the start of the first part.
    for (const gap of gaps.slice(1)) expect(Math.abs(gap - 2_350)).toBeLessThanOrEqual(25);
  });

  it('never keeps more than two in memory, and lets go of what was heard', async () => {
    const most = { parts: 0 };
    engine.addEventListener('progress', () => (most.parts = Math.max(most.parts, partsInMemory())));
    engine.speak(long(200), 0, plain);
    await platform.pass(400);
    expect(most.parts).toBe(2);
    expect(platform.made.length).toBeGreaterThan(3);
    for (const { lines } of platform.made) {
      expect(lines.reduce((sum, { text }) => sum + text.length, 0) * perCharacter).toBeLessThan(400);
    }
  });

  it('waits for one that is late, and goes on', async () => {
    const sentences20 = long(20);
    engine.speak(sentences20, 0, plain);
    await platform.settle();
    const free = platform.holdWorker();
    await platform.pass(20);
    const before = sentences().length;
    expect(before).toBeLessThan(20);
    free();
    await platform.pass(40);
    expect(sentences().at(-1)).toBe('ended');
    expect(sentences()).toHaveLength(21);
  });

  it('goes on in a hidden page, where nothing is drawn, and is right at once when it is seen again', async () => {
    platform.document.visibilityState = 'hidden';
    engine.speak(long(10), 0, plain);
    await platform.pass(16);
    expect(sentences()).toEqual(Array.from({ length: 7 }, (_, index) => `sentence ${index}`));
    const { length } = reports;
    platform.audio.currentTime += 4.7;
    platform.document.visibilityState = 'visible';
    platform.document.dispatchEvent(new Event('visibilitychange'));
    expect(reports[length]).toBe('sentence 8');
  });
});

describe('moving about', () => {
  it('back inside what is kept is no new synthesis', async () => {
    const texts = long(10);
    engine.speak(texts, 0, plain);
    await platform.pass(12);
    const { length } = platform.made;
    reports = [];
    engine.speak(texts, 3, plain);
    await platform.pass(1);
    expect(sentences()).toEqual(['sentence 3']);
    engine.stop();
    engine.speak(texts, 4, plain);
    await platform.pass(1);
    expect(sentences()).toEqual(['sentence 3', 'sentence 4']);
    expect(platform.made).toHaveLength(length);
  });

  it('a sentence begins at its beginning after a pause', async () => {
    const texts = long(3);
    engine.speak(texts, 0, plain);
    await platform.pass(1.5);
    engine.stop();
    const { length } = platform.heard;
    await platform.pass(1);
    expect(platform.heard).toHaveLength(length);
    engine.speak(texts, 0, plain);
    await platform.pass(0.1);
    expect(platform.heard[length]?.place).toBeLessThan(0.05);
    expect(platform.made).toHaveLength(1);
  });

  it('outside of it lets the old parts go', async () => {
    const texts = long(200);
    engine.speak(texts, 0, plain);
    await platform.pass(3);
    engine.speak(texts, 150, plain);
    await platform.pass(3);
    expect(sentences()).toEqual(['sentence 0', 'sentence 1', 'sentence 150', 'sentence 151']);
    expect(partsInMemory()).toBeLessThanOrEqual(2);
  });

  it('another script, voice or pitch lets the old parts go', async () => {
    const texts = long(5);
    const [, other] = await engine.voices();
    for (const [spoken, options] of [
      [texts, plain],
      [texts, { ...plain, pitch: 1.5 }],
      [texts, { ...plain, ...(other && { voice: other }) }],
      [long(5), plain],
    ] as const) {
      engine.speak(spoken, 0, options);
      await platform.pass(1);
      expect(partsInMemory()).toBeLessThanOrEqual(2);
    }
    expect(new Set(platform.made.map(({ variant, pitch }) => `${variant} ${pitch}`))).toEqual(
      new Set(['standard 1', 'standard 1.5', `${other?.id.replace('espeak:', '') ?? ''} 1`]),
    );
  });
});

describe('what comes late', () => {
  it('of an older wish is dropped', async () => {
    platform.answersLate = true;
    const free = platform.holdWorker();
    engine.speak(script('E vjetra është kjo fjali.'), 0, plain);
    await platform.settle();
    engine.speak(script('E reja.', 'Fundi.'), 0, plain);
    await platform.settle();
    free();
    await platform.pass(3);
    expect(reports).toEqual(['sentence 0', 'word 0 0+1', 'word 0 2+4', 'sentence 1', 'word 1 0+5', 'ended']);
    expect(partsInMemory()).toBe(1);
  });

  it('after a stop is silent, and heard at once when it is wanted again', async () => {
    const texts = long(2);
    const free = platform.holdWorker();
    engine.speak(texts, 0, plain);
    await platform.settle();
    engine.stop();
    free();
    await platform.pass(2);
    expect([platform.heard, reports]).toEqual([[], []]);
    engine.speak(texts, 0, plain);
    await platform.pass(0.5);
    expect(sentences()).toEqual(['sentence 0']);
    expect(platform.made).toHaveLength(1);
  });
});

describe('speed', () => {
  it('changes while it speaks, and outlives the change to the next part', async () => {
    engine.speak(long(20), 0, plain);
    await platform.pass(1);
    expect(engine.setRate(2)).toBe(true);
    expect([platform.audio.playbackRate, platform.audio.preservesPitch]).toEqual([2, true]);
    await platform.pass(24);
    expect(sentences()).toHaveLength(21);
    expect(platform.audio.playbackRate).toBe(2);
    const between = (begun.get(15) ?? 0) - (begun.get(14) ?? 0);
    expect(Math.abs(between - 2_350 / 2)).toBeLessThanOrEqual(25);
  });

  it('is taken while silent', async () => {
    const texts = long(2);
    expect(engine.setRate(1.5)).toBe(true);
    engine.speak(texts, 0, { ...plain, rate: 3 });
    await platform.pass(1);
    expect(platform.audio.playbackRate).toBe(3);
  });
});

describe('making ahead', () => {
  it('lets the first sound come without the worker', async () => {
    const texts = long(5);
    engine.prepare(texts, 2, plain);
    await platform.settle();
    expect(platform.made).toHaveLength(1);
    expect([reports, platform.audio.paused]).toEqual([[], true]);
    const prepared = platform.audio.src;
    platform.holdWorker();
    engine.speak(texts, 2, plain);
    expect(platform.audio.src).toBe(prepared);
    expect(platform.audio.paused).toBe(false);
    await platform.pass(0.5);
    expect(sentences()).toEqual(['sentence 2']);
  });

  it('uses no network', async () => {
    platform.voice.kept = false;
    engine.prepare(long(5), 0, plain);
    await platform.settle();
    expect([platform.voice.fetched, platform.workers.length]).toEqual([0, 0]);
  });

  it('is shared with a press that comes before it is ready', async () => {
    const texts = long(5);
    const free = platform.holdWorker();
    engine.prepare(texts, 0, plain);
    await platform.settle();
    engine.speak(texts, 0, plain);
    await platform.settle();
    expect(platform.made).toHaveLength(1);
    free();
    await platform.pass(0.5);
    expect(sentences()).toEqual(['sentence 0']);
  });
});

describe('a tap', () => {
  it('starts the element inside it, although the sound comes later', () => {
    engine.speak(long(2), 0, plain);
    expect(platform.audio.paused).toBe(false);
    expect(platform.audio.src).not.toBe('');
  });

  it('that the browser wants first is asked for', async () => {
    platform.audio.refusal = 'NotAllowedError';
    engine.speak(long(2), 0, plain);
    await platform.pass(1);
    expect(reports).toEqual(['failed 0 not-allowed']);
  });
});

describe('somebody else', () => {
  it('who pauses is told, once; and who lets it go on, too', async () => {
    engine.speak(long(5), 0, plain);
    await platform.pass(3);
    platform.audio.pause();
    await platform.pass(1);
    expect(sentences()).toEqual(['sentence 0', 'sentence 1', 'failed 1 interrupted']);
    void platform.audio.play();
    await platform.pass(2);
    expect(sentences()).toEqual(['sentence 0', 'sentence 1', 'failed 1 interrupted', 'sentence 1', 'sentence 2']);
  });

  it('cannot start what was stopped', async () => {
    engine.speak(long(5), 0, plain);
    await platform.pass(1);
    engine.stop();
    void platform.audio.play();
    await platform.pass(0.1);
    expect(platform.audio.paused).toBe(true);
  });

  it('who leaves the page leaves silence', async () => {
    engine.speak(long(5), 0, plain);
    await platform.pass(1);
    platform.page.dispatchEvent(new Event('pagehide'));
    await platform.pass(1);
    expect(platform.audio.paused).toBe(true);
    expect(sentences()).toEqual(['sentence 0', 'failed 0 interrupted']);
  });
});

describe('what cannot be said', () => {
  it('is passed over with a word about it', async () => {
    engine.speak(script('Një.', unsayable, 'Tre.', unsayable), 0, plain);
    await platform.pass(3);
    expect(sentences()).toEqual(['sentence 0', 'skipped 1', 'sentence 2', 'skipped 3', 'ended']);
    expect(console.warn).toHaveBeenCalledTimes(2);
  });

  it('at the beginning is passed over, too', async () => {
    engine.speak(script(unsayable, 'Dy.'), 0, plain);
    await platform.pass(2);
    expect(sentences()).toEqual(['skipped 0', 'sentence 1', 'ended']);
  });

  it('signs alone are no loss', async () => {
    engine.speak(script('***', 'Dy.', '—', 'Katër.'), 0, plain);
    await platform.pass(3);
    expect(sentences()).toEqual(['sentence 1', 'sentence 3', 'ended']);
  });

  it.each([
    ['nothing at all', []],
    ['signs alone', ['***', '—']],
    ['nothing that the voice can say', [unsayable, unsayable]],
  ])('%s is told', async (_, texts) => {
    engine.speak(script(...texts), 0, plain);
    await platform.pass(1);
    expect(reports.at(-1)).toBe('failed 0 nothing-to-say');
  });

  it('after the last words is the end', async () => {
    engine.speak(script('Një.', '***'), 1, plain);
    await platform.pass(1);
    expect(reports).toEqual(['ended']);
  });
});

describe('a voice that is not to be had', () => {
  it('is told; when it comes, one press is enough', async () => {
    Object.assign(platform.voice, { kept: false, online: false });
    const texts = long(2);
    engine.speak(texts, 1, plain);
    await platform.pass(1);
    expect(reports).toEqual(['failed 1 no-pack']);
    platform.voice.online = true;
    engine.speak(texts, 1, plain);
    await platform.pass(1);
    expect(sentences().slice(1)).toEqual(['sentence 1']);
  });

  it('because its script did not come is told so', async () => {
    platform.voice.kept = false;
    engine.speak(long(2), 0, plain);
    platform.workers[0]?.breakDown();
    await platform.settle();
    expect(reports).toEqual(['failed 0 no-pack']);
    expect(platform.workers[0]?.isTerminated).toBe(true);
  });

  it('because it broke is told, and begun anew at the next press', async () => {
    platform.holdWorker();
    const texts = long(2);
    engine.speak(texts, 0, plain);
    await platform.settle();
    platform.workers[0]?.breakDown();
    await platform.settle();
    expect(reports).toEqual(['failed 0 broken']);
    platform.workerIsFree = Promise.resolve();
    engine.speak(texts, 0, plain);
    await platform.pass(1);
    expect(platform.workers).toHaveLength(2);
    expect(sentences().at(-1)).toBe('sentence 0');
  });

  it('that breaks while it is heard is heard to the end of the part, and begun anew for the rest', async () => {
    engine.speak(long(20), 0, plain);
    await platform.settle();
    platform.holdWorker();
    await platform.pass(2);
    platform.workers[0]?.breakDown();
    platform.workerIsFree = Promise.resolve();
    await platform.pass(50);
    expect(sentences()).toEqual([...Array.from({ length: 20 }, (_, index) => `sentence ${index}`), 'ended']);
  });
});

it('a device without a loudspeaker is told, and the place is kept', async () => {
  platform.loudspeaker = false;
  engine.speak(long(3), 1, plain);
  await platform.pass(1);
  expect(reports.at(-1)).toBe('failed 1 no-output');
  expect(platform.audio.paused).toBe(true);
});

it('offers its variants as voices of this device', async () => {
  const voices = await engine.voices();
  expect(voices.length).toBeGreaterThan(3);
  for (const voice of voices) expect(voice).toMatchObject({ language: 'sq', offline: true, engine: 'espeak' });
  expect(voices[0]?.id).toBe('espeak:standard');
});
