import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpeechEngine, SpeechOptions, Utterance } from '../engine.ts';
import { lead } from './ahead.ts';
import { EspeakEngine } from './espeak-engine.ts';
import { pauses } from './pauses.ts';
import type { MakeRequest, PartAnswer, SaidLine } from './protocol.ts';
import type { VoicePack } from './voice-pack.ts';
import type { VoiceWorker } from './voice-worker.ts';
import { embeddedVoices } from './voices.ts';

const plain: SpeechOptions = { rate: 1, pitch: 1 };
/** Seconds that the fake voice takes for each sentence, its pause aside. */
const spoken = 1;
const pause = pauses.sentence / 1000;
const step = spoken + pause;

/** An element whose time passes by `pass`, and that plays whatever it is given. */
class FakeAudio extends EventTarget {
  preload = '';
  volume = 1;
  currentTime = 0;
  playbackRate = 1;
  defaultPlaybackRate = 1;
  preservesPitch = false;
  paused = true;
  ended = false;
  seeking = false;
  readyState = 4;
  refusal: Error | undefined;
  readonly sources: string[] = [];

  set src(url: string) {
    this.sources.push(url);
    this.currentTime = 0;
    this.ended = false;
    this.paused = true;
  }

  play(): Promise<void> {
    if (this.refusal) return Promise.reject(this.refusal);
    this.paused = false;
    this.dispatchEvent(new Event('playing'));
    return Promise.resolve();
  }

  pause(): void {
    if (this.paused) return;
    this.paused = true;
    queueMicrotask(() => this.dispatchEvent(new Event('pause')));
  }

  moveTo(seconds: number): void {
    this.currentTime = seconds;
    this.dispatchEvent(new Event('timeupdate'));
  }

  end(): void {
    this.ended = true;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
    this.dispatchEvent(new Event('ended'));
  }
}

let audio: FakeAudio;
let engine: SpeechEngine;
let reports: string[];
let pack: { kept: boolean; online: boolean; state: string };
let made: Omit<MakeRequest, 'type' | 'id'>[];
let hasOutput: boolean;
let timers: { ms: number; run: () => void }[];
/** Milliseconds. */
let now: number;
let page: EventTarget;
let isHidden: boolean;

/** Says each line in one second, but not those that are called unsayable, and as many as a part has room for. */
function answer({ lead, lines, seconds, announcement }: Omit<MakeRequest, 'type' | 'id'>): PartAnswer {
  const said: (SaidLine | undefined)[] = [];
  let at = lead / 1000 + (announcement ? step : 0);
  for (const { text } of lines) {
    if (at >= seconds) break;
    const line = {
      start: at,
      end: at + spoken,
      words: [
        { at: 0, length: 3, start: at },
        { at: 4, length: 3, start: at + 0.5 },
      ],
    };
    const isSaid = !text.includes('pathënshme') && /\p{L}/u.test(text);
    said.push(isSaid ? line : undefined);
    if (isSaid) at += step;
  }
  return { type: 'part', id: 0, wav: new ArrayBuffer(0), lines: said, duration: at, spent: 0 };
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue();
  audio = new FakeAudio();
  reports = [];
  made = [];
  timers = [];
  now = 0;
  hasOutput = true;
  isHidden = true;
  page = new EventTarget();
  pack = { kept: true, online: true, state: 'ready' };
  const data = new ArrayBuffer(1);
  engine = new EspeakEngine({
    audio: audio as unknown as HTMLAudioElement,
    pack: Object.assign(new EventTarget(), {
      snapshot: pack,
      kept: () => Promise.resolve(pack.kept ? data : undefined),
      fetch: () => (pack.online ? Promise.resolve(data) : Promise.reject(new Error('offline'))),
    }) as unknown as VoicePack,
    startWorker: () =>
      Promise.resolve({
        make: (request: Omit<MakeRequest, 'type' | 'id'>) => {
          made.push(request);
          return Promise.resolve(answer(request));
        },
      } as unknown as VoiceWorker),
    hasOutput: () => Promise.resolve(hasOutput),
    document: new (class extends EventTarget {
      get hidden() {
        return isHidden;
      }
    })(),
    page,
    after: (ms, run) => void timers.push({ ms, run }),
    now: () => now,
  });
  engine.addEventListener('sentence', ({ detail }) => reports.push(`sentence ${detail.index}`));
  engine.addEventListener('word', ({ detail: { index, at } }) => reports.push(`word ${index} ${at}`));
  engine.addEventListener('skipped', ({ detail }) => reports.push(`skipped ${detail.index}`));
  engine.addEventListener('failed', ({ detail }) => reports.push(`failed ${detail.index} ${detail.reason}`));
  engine.addEventListener('ended', () => reports.push('ended'));
});
afterEach(() => vi.restoreAllMocks());

const settled = () => new Promise((resolve) => setTimeout(resolve));
const script = (...texts: string[]): Utterance[] =>
  texts.map((text) => ({ text, language: 'sq', closes: 'sentence' as const }));
const many = (count: number) => script(...new Array<string>(count).fill('Një fjali.'));
const notWords = () => reports.filter((report) => !report.startsWith('word'));

async function speaking(utterances: readonly Utterance[], from = 0): Promise<void> {
  engine.speak(utterances, from, plain);
  await settled();
}

describe('reading', () => {
  it('tells sentences and words by the clock of what is heard, and the end', async () => {
    await speaking(script('Një.', 'Dy.'));
    audio.moveTo(0.1);
    audio.moveTo(0.7);
    audio.moveTo(step + 0.1);
    audio.end();
    expect(reports).toEqual(['sentence 0', 'word 0 0', 'word 0 4', 'sentence 1', 'word 1 0', 'ended']);
  });

  it('is looked at when its next word is due, and never long left alone, as long as it is seen', async () => {
    isHidden = false;
    engine.speak(many(3), 0, { ...plain, rate: 2 });
    await settled();
    const start = audio.currentTime;
    const lookAt = (seconds: number): number | undefined => {
      audio.currentTime = start + seconds;
      const look = timers.pop();
      look?.run();
      return timers.at(-1)?.ms;
    };
    expect(lookAt(0.4)).toBeCloseTo(50);
    expect(reports).toEqual(['sentence 0', 'word 0 0']);
    // A timer may be early by less than a millisecond.
    expect(lookAt(0.4996)).toBe(5);
    expect(reports.at(-1)).toBe('word 0 0');
    expect(lookAt(0.5)).toBe(100);
    expect(reports.at(-1)).toBe('word 0 4');
    expect(lookAt(step - 0.1)).toBeCloseTo(50);
    timers.splice(0, timers.length - 1);
    isHidden = true;
    lookAt(step);
    expect(reports.at(-1)).toBe('word 1 0');
    expect(timers).toEqual([]);
  });

  it('is looked at at once where it goes on elsewhere, and by one watch only', async () => {
    isHidden = false;
    const lines = many(3);
    engine.speak(lines, 0, plain);
    await settled();
    engine.speak(lines, 2, plain);
    await settled();
    expect(reports.at(-1)).toBe('word 2 0');
    const [older, newest] = timers.splice(0);
    older?.run();
    expect(timers).toEqual([]);
    newest?.run();
    expect(timers).toHaveLength(1);
  });

  it('begins with the sentence that it was asked for', async () => {
    await speaking(many(5), 3);
    audio.moveTo(0.1);
    expect(notWords()).toEqual(['sentence 3']);
  });

  it('says what can be said of the rest, and tells each sentence that cannot once', async () => {
    await speaking(script('pathënshme', 'Dy.', 'pathënshme', '…', 'Tre.', 'pathënshme'));
    audio.moveTo(0.1);
    audio.moveTo(step + 0.1);
    audio.end();
    expect(notWords()).toEqual(['skipped 0', 'sentence 1', 'skipped 2', 'sentence 4', 'skipped 5', 'ended']);
  });

  it.each([[[]], [['…', '* * *']]])('says that there is nothing to say in %j', async (texts) => {
    await speaking(script(...texts));
    expect(reports).toEqual(['failed 0 nothing-to-say']);
  });
});

describe('part after part', () => {
  it('makes a short one first, then longer ones, each while the one before is heard', async () => {
    await speaking(many(400));
    expect(made.map(({ seconds }) => seconds)).toEqual([3, 20]);
    audio.end();
    await settled();
    expect(made.map(({ seconds }) => seconds)).toEqual([3, 20, 60]);
    audio.moveTo(0.1);
    // Three sentences filled the three seconds of the first.
    expect(notWords()).toEqual(['sentence 0', 'sentence 3']);
  });

  it('leaves a part by the clock, early by the silence ahead of the next and by the change of file, not sooner', async () => {
    await speaking(many(400));
    audio.moveTo(2 * step + spoken - 0.4);
    expect(timers).toEqual([]);
    audio.moveTo(2 * step + spoken - 0.1);
    expect(timers).toHaveLength(1);
    const sources = audio.sources.length;
    // Of 350 ms of pause, 250 lie ahead of the next part and 85 are for the change.
    expect(timers[0]?.ms).toBeCloseTo(100 + 15, 0);
    timers[0]?.run();
    expect(audio.sources).toHaveLength(sources + 1);
    expect([audio.paused, audio.currentTime]).toEqual([false, 0]);
    audio.moveTo(0.1);
    expect(notWords()).toEqual(['sentence 0', 'sentence 2']);
    audio.moveTo(lead / 1000);
    expect(notWords()).toEqual(['sentence 0', 'sentence 2', 'sentence 3']);
  });

  /** Changes to the second part 335 ms before the pause is over; its clock leaps, waits, and stands at 100 ms in the end. */
  async function changePart(changeTook: number): Promise<void> {
    await speaking(many(400));
    audio.moveTo(2 * step + spoken + 0.015);
    timers.shift()?.run();
    audio.currentTime = 0.05;
    timers.shift()?.run();
    expect(audio.playbackRate).toBe(1);
    now += changeTook + 100;
    audio.currentTime = 0.1;
    timers.shift()?.run();
  }

  it.each([
    // 150 ms are left, of which 105 pass as they are.
    ['short', 50, 45 / 80],
    ['long', 100, 45 / 30],
    ['very long', 260, 2],
  ])('makes the pause right where the change was %s, and then goes on at its rate', async (_, took, rate) => {
    await changePart(took);
    expect(audio.playbackRate).toBeCloseTo(rate);
    expect(timers).toHaveLength(1);
    expect(timers[0]?.ms).toBeCloseTo(45 / rate);
    timers[0]?.run();
    expect([audio.playbackRate, audio.preservesPitch]).toEqual([1, true]);
  });

  it('leaves a silence alone that is right to some milliseconds', async () => {
    await changePart(87);
    expect(audio.playbackRate).toBe(1);
    expect(timers).toEqual([]);
  });

  it('has no say in the rate of what is read instead', async () => {
    await changePart(100);
    engine.speak(many(3), 0, { rate: 2, pitch: 1 });
    await settled();
    timers.shift()?.run();
    expect(audio.playbackRate).toBe(2);
  });

  it('does not leave it after a pause or for another wish', async () => {
    await speaking(many(400));
    audio.moveTo(2 * step + spoken);
    engine.stop();
    const sources = audio.sources.length;
    timers[0]?.run();
    expect(audio.sources).toHaveLength(sources);
    expect(audio.paused).toBe(true);
  });

  it('keeps only what lies beside what is heard', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    await speaking(many(2_000));
    for (let part = 0; part < 4; part++) {
      audio.end();
      await settled();
    }
    const held = made.length - revoked.mock.calls.length;
    expect(made.length).toBeGreaterThan(4);
    expect(held).toBeLessThanOrEqual(2);
  });

  it('tells where in time its sentences stand, exactly where they were made', async () => {
    await speaking(many(30));
    expect(engine.timeline?.secondsOf(2)).toBeCloseTo(2 * step);
    expect(engine.timeline?.indexAt(2 * step + 0.1)).toBe(2);
    expect(engine.timeline?.duration).toBeCloseTo(30 * step, 0);
  });
});

describe('an announcement', () => {
  const announcement = script('Gazeta e lagjes.');

  it('is heard first, in the same file, and not reported', async () => {
    engine.speak(many(5), 2, { ...plain, announcement });
    await settled();
    expect(made[0]?.announcement?.map(({ text }) => text)).toEqual(['Gazeta e lagjes.']);
    expect(audio.currentTime).toBe(0);
    audio.moveTo(1);
    expect(reports).toEqual([]);
    audio.moveTo(step + 0.1);
    expect(notWords()).toEqual(['sentence 2']);
  });

  it('is made anew where the sentence alone was ready, and only the first part has one', async () => {
    const utterances = many(400);
    engine.prepare(utterances, 0, plain);
    await settled();
    engine.speak(utterances, 0, { ...plain, announcement });
    await settled();
    audio.end();
    await settled();
    expect(made.map((request) => request.announcement?.length ?? 0)).toEqual([0, 1, 0]);
    audio.moveTo(2 * step + 0.1);
    expect(notWords().at(-1)).toBe('sentence 2');
  });

  it('is passed over by whoever goes back to the sentence after it', async () => {
    const utterances = many(5);
    engine.speak(utterances, 0, { ...plain, announcement });
    await settled();
    audio.moveTo(2 * step + 0.1);
    engine.speak(utterances, 0, plain);
    expect(audio.currentTime).toBeCloseTo(step);
  });

  it('is no time of the article, not even where the element stands a hair before the first sentence', async () => {
    const times: number[] = [];
    engine.addEventListener('progress', ({ detail: { seconds } }) => times.push(seconds));
    engine.speak(many(5), 0, { ...plain, announcement });
    await settled();
    now += 1_000;
    audio.moveTo(step - 1e-6);
    expect(times).toEqual([0]);
  });
});

describe('moving about', () => {
  it('inside what is kept is a seek, and makes nothing anew', async () => {
    const utterances = many(10);
    await speaking(utterances);
    const before = made.length;
    engine.speak(utterances, 2, plain);
    expect(audio.currentTime).toBeCloseTo(2 * step);
    expect(audio.paused).toBe(false);
    await settled();
    expect(made).toHaveLength(before);
    expect(notWords()).toEqual(['sentence 0', 'sentence 2']);
  });

  it('tells the sentence that was asked for, where the element rounds its place to a hair before it', async () => {
    const utterances = many(10);
    await speaking(utterances);
    engine.speak(utterances, 2, plain);
    audio.moveTo(2 * step - 1e-6);
    audio.moveTo(2 * step + 0.1);
    expect(notWords()).toEqual(['sentence 0', 'sentence 2']);
  });

  it('a pause keeps what was made, and going on says the sentence from its beginning', async () => {
    const utterances = many(10);
    await speaking(utterances);
    audio.moveTo(step + 0.5);
    engine.stop();
    await settled();
    engine.speak(utterances, 1, plain);
    expect(audio.currentTime).toBeCloseTo(step);
    expect(notWords()).toEqual(['sentence 0', 'sentence 1', 'sentence 1']);
  });

  it.each<[string, SpeechOptions, boolean]>([
    ['another pitch', { rate: 1, pitch: 1.2 }, true],
    ['another variant', { rate: 1, pitch: 1, voice: embeddedVoices[1] as (typeof embeddedVoices)[number] }, true],
    ['another pause', { rate: 1, pitch: 1, pause: { seconds: 2, after: 'sentence' } }, true],
    ['another rate', { rate: 2, pitch: 1 }, false],
  ])('%s', async (_, options, anew) => {
    const utterances = many(3);
    await speaking(utterances);
    const before = made.length;
    engine.speak(utterances, 0, options);
    await settled();
    expect(made.length > before).toBe(anew);
  });

  it('an older wish that is answered late starts nothing', async () => {
    engine.speak(many(3), 0, plain);
    engine.stop();
    await settled();
    expect(audio.paused).toBe(true);
    expect(reports).toEqual([]);
  });
});

it('changes its rate while it speaks, with the pitch kept, and for the parts to come', async () => {
  await speaking(many(400));
  expect(engine.setRate(2.5)).toBe(true);
  expect([audio.playbackRate, audio.preservesPitch]).toEqual([2.5, true]);
  audio.end();
  expect(audio.playbackRate).toBe(2.5);
});

it('fades where the device lets it, and tells where it does not, as an iPhone', () => {
  expect([engine.setVolume(0.25), audio.volume]).toEqual([true, 0.25]);
  Object.defineProperty(audio, 'volume', { get: () => 1, set: () => undefined });
  expect(engine.setVolume(0.25)).toBe(false);
});

it('makes the pauses longer in the sound itself, where the listener wishes it', async () => {
  const utterances: Utterance[] = [...script('Një.', ''), { text: 'Dy.', language: 'sq', closes: 'paragraph' }];
  engine.speak(utterances, 0, { ...plain, pause: { seconds: 2, after: 'sentence' } });
  await settled();
  expect(made[0]?.lines.map((line) => line.pause)).toEqual([2350, 2350, 2700]);
  engine.speak(utterances, 0, { ...plain, pause: { seconds: 2, after: 'paragraph' } });
  await settled();
  expect(made.at(-1)?.lines.map((line) => line.pause)).toEqual([350, 350, 2700]);
});

describe('where it is told to end', () => {
  it('falls silent with the last sound, and goes on from there in the same sound', async () => {
    const utterances = many(3);
    engine.speak(utterances, 0, { ...plain, to: 1 });
    await settled();
    audio.moveTo(0.5);
    expect(timers).toEqual([]);
    audio.moveTo(spoken - 0.1);
    expect(timers[0]?.ms).toBeCloseTo(100);
    timers[0]?.run();
    await settled();
    expect([audio.paused, ...notWords()]).toEqual([true, 'sentence 0', 'ended']);
    const { length } = made;
    engine.speak(utterances, 1, { ...plain, to: 2 });
    expect([audio.paused, audio.currentTime]).toEqual([false, step]);
    expect(made).toHaveLength(length);
  });

  it('tells what could not be said before it, and nothing of what lies behind', async () => {
    engine.speak(script('Një.', 'pathënshme', 'Tre.', 'pathënshme', 'Pesë.'), 0, { ...plain, to: 2 });
    await settled();
    audio.moveTo(spoken - 0.1);
    timers[0]?.run();
    expect(notWords()).toEqual(['sentence 0', 'skipped 1', 'ended']);
  });
});

describe('what was prepared', () => {
  it('is heard at once, in the very call', async () => {
    const utterances = many(5);
    engine.prepare(utterances, 1, plain);
    await settled();
    expect(audio.paused).toBe(true);
    engine.speak(utterances, 1, plain);
    expect(audio.paused).toBe(false);
    expect(made[0]?.lines[0]?.text).toBe('Një fjali.');
  });

  it('comes from this device only', async () => {
    pack.kept = false;
    engine.prepare(many(5), 0, plain);
    await settled();
    expect(made).toEqual([]);
  });
});

describe('a voice that gives up', () => {
  it('because it is not here and cannot come; it is tried again at the next press', async () => {
    Object.assign(pack, { online: false, state: 'failed' });
    await speaking(many(3), 1);
    expect(reports).toEqual(['failed 1 no-pack']);
    Object.assign(pack, { online: true, state: 'ready' });
    await speaking(many(3), 1);
    audio.moveTo(0.1);
    expect(notWords().at(-1)).toBe('sentence 1');
  });

  it('because the browser wants a tap first', async () => {
    audio.refusal = Object.assign(new Error(), { name: 'NotAllowedError' });
    await speaking(many(3));
    expect(reports).toEqual(['failed 0 not-allowed']);
  });

  it('because there is nothing to play sound on: the place is kept', async () => {
    hasOutput = false;
    await speaking(many(3), 2);
    expect(notWords()).toEqual(['sentence 2', 'failed 2 no-output']);
    expect(audio.paused).toBe(true);
  });

  it('because the system paused it, or the page was left', async () => {
    await speaking(many(3));
    audio.moveTo(step + 0.1);
    audio.pause();
    await settled();
    expect(notWords()).toEqual(['sentence 0', 'sentence 1', 'failed 1 interrupted']);
    await speaking(many(3), 2);
    page.dispatchEvent(new Event('pagehide'));
    expect(notWords().at(-1)).toBe('failed 2 interrupted');
  });
});
