import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locator } from '../articles/article.ts';
import { inventedArticle } from '../articles/invented-article.ts';
import type {
  SpeechEngine,
  SpeechEventMap,
  SpeechFailure,
  SpeechOptions,
  Timeline,
  Utterance,
  Voice,
} from '../speech/engine.ts';
import { plainWish } from './plain-wish.ts';
import { ListeningSession, type ReadingWish, type SessionEventMap } from './listening-session.ts';

const system: Voice = { id: 'anila', name: 'Anila', language: 'sq-AL', offline: true, engine: 'system' };
const embedded: Voice = { id: 'espeak:sq', name: 'Dëgjo', language: 'sq', offline: true, engine: 'espeak' };

/** Says nothing by itself: each test tells what it reports, and reads what it was asked. */
class ScriptedEngine extends EventTarget implements SpeechEngine {
  /** `speak n at r`: from sentence n at rate r. */
  readonly asked: string[] = [];
  said: readonly Utterance[] = [];
  wished: SpeechOptions | undefined;
  prepared: number | undefined;
  listed: readonly Voice[] = [system];
  takesRate = false;
  timeline: Timeline | undefined;

  voices(): Promise<readonly Voice[]> {
    return Promise.resolve(this.listed);
  }

  speak(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    this.said = script;
    this.wished = options;
    this.asked.push(`speak ${from} at ${options.rate}`);
  }

  prepare(_: readonly Utterance[], from: number): void {
    this.prepared = from;
  }

  setRate(): boolean {
    return this.takesRate;
  }

  setVolume(): boolean {
    return false;
  }

  stop(): void {
    this.asked.push('stop');
  }

  report<K extends keyof SpeechEventMap>(type: K, detail: SpeechEventMap[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

const article = inventedArticle();
const other = inventedArticle({ id: 'moti', title: 'Moti nesër' });
/** So long that it is not cut in one go. */
const long = inventedArticle({
  id: 'gjate',
  blocks: Array.from({ length: 100 }, () => ({ kind: 'paragraph', text: 'Një fjali. '.repeat(100), marks: [] })),
});

let engine: ScriptedEngine;
let session: ListeningSession;
let places: SessionEventMap['place']['detail'][];

beforeEach(() => {
  engine = new ScriptedEngine();
  session = new ListeningSession(engine, plainWish);
  places = [];
  session.addEventListener('place', ({ detail }) => places.push(detail));
});

/** Each snapshot that is told is the one that is there to be read. */
beforeEach(() => session.addEventListener('change', ({ detail }) => expect(detail).toBe(session.snapshot)));

const state = () => {
  const { playback, stopReason, index } = session.snapshot;
  return [playback, stopReason, index];
};
const lastAsked = () => engine.asked.at(-1);

/** Opens the article and lets sentence `index` be heard. */
async function listening(index = 0): Promise<void> {
  await session.open(article);
  session.play(index);
  engine.report('sentence', { index });
}

describe('opening', () => {
  it('makes no sound and stands at the first sentence', async () => {
    await session.open(article);
    expect(state()).toEqual(['idle', undefined, 0]);
    expect(session.snapshot.article).toBe(article);
    expect(session.snapshot.script?.sentences).toHaveLength(5);
    expect(engine.asked).toEqual(['stop']);
  });

  it('stands where the listener stopped', async () => {
    const at: Locator = { article: 'ura', block: 2, offset: 0, quote: 'Banorët' };
    await session.open(article, at);
    expect(state()).toEqual(['idle', undefined, 3]);
    session.play();
    expect(lastAsked()).toBe('speak 3 at 1');
  });

  it('another article silences the one that is heard', async () => {
    await listening(2);
    await session.open(other);
    expect(lastAsked()).toBe('stop');
    expect(state()).toEqual(['idle', undefined, 0]);
    expect(session.snapshot.script?.article).toBe(other);
  });

  it('another while one still loads: the late one never replaces it', async () => {
    const late = session.open(long, { article: 'gjate', block: 50, offset: 0, quote: '' });
    await session.open(other);
    await late;
    expect(session.snapshot.article).toBe(other);
    expect(session.snapshot.script?.article).toBe(other);
    expect(session.snapshot.index).toBe(0);
  });

  it('and closing while it loads leaves nothing open', async () => {
    const late = session.open(long);
    session.close();
    await late;
    expect(session.snapshot).toMatchObject({ article: undefined, script: undefined, playback: 'idle' });
    session.play();
    expect(engine.asked).not.toContain('speak 0 at 1');
  });
});

describe('listening', () => {
  it('goes from the wish over the first sound through the sentences to the end', async () => {
    await session.open(article);
    session.play();
    expect(state()).toEqual(['loading', undefined, 0]);
    expect(session.isPlaying).toBe(true);
    expect(engine.said.map(({ text }) => text)[1]).toBe('Ura mbi lumë hapet nesër.');
    for (const index of [0, 1, 2, 3, 4]) {
      engine.report('sentence', { index });
      expect(state()).toEqual(['playing', undefined, index]);
    }
    engine.report('ended', null);
    expect(state()).toEqual(['idle', 'ended', 0]);
    expect(session.isPlaying).toBe(false);
    session.play();
    expect(engine.asked).toEqual(['stop', 'speak 0 at 1', 'speak 0 at 1']);
  });

  it('tells the place to keep at every sentence, and that the article is over', async () => {
    await listening(2);
    expect(places).toEqual([
      { locator: { article: 'ura', block: 1, offset: 26, quote: 'Kalimi është falas.' }, progress: 2 / 5 },
    ]);
    engine.report('ended', null);
    expect(places[1]).toMatchObject({ locator: { block: 0, offset: 0 }, progress: 1 });
  });

  it('tells where a word stands on the page', async () => {
    const words: SessionEventMap['word']['detail'][] = [];
    session.addEventListener('word', ({ detail }) => words.push(detail));
    await listening(2);
    engine.report('word', { index: 2, at: 7, length: 5 });
    engine.report('word', { index: 2, at: 6, length: 1 });
    engine.report('word', { index: 99, at: 0, length: 1 });
    expect(words).toEqual([{ block: 1, start: 33, end: 38 }]);
  });

  it('an article without a sentence is not played', async () => {
    await session.open(inventedArticle({ blocks: [] }));
    session.play();
    session.next();
    expect(state()).toEqual(['idle', undefined, 0]);
    expect(engine.asked).toEqual(['stop']);
  });
});

describe('an article that follows by itself', () => {
  const announcement = () => engine.wished?.announcement?.map(({ text }) => text);
  const told = inventedArticle({ id: 'moti', title: 'Moti më 3 maj', source: 'Radio 7' });
  const later: Locator = { article: 'moti', block: 2, offset: 0, quote: 'Banorët' };

  it('is announced by its source as it is said; the headline follows as its first sentence', async () => {
    await session.turnTo(told);
    expect(state()).toEqual(['loading', undefined, 0]);
    expect(announcement()).toEqual(['Radio shtatë']);
    expect(engine.said[0]?.text).toBe('Moti më tre maj');
  });

  it('is announced by its title, too, where it goes on in the middle', async () => {
    await session.turnTo(told, later);
    expect(lastAsked()).toBe('speak 3 at 1');
    expect(announcement()).toEqual(['Radio shtatë', 'Moti më tre maj']);
  });

  it('is announced until it was heard, and then no more', async () => {
    await session.turnTo(told);
    session.pause();
    session.play();
    expect(announcement()).toEqual(['Radio shtatë']);
    engine.report('sentence', { index: 0 });
    session.pause();
    session.play();
    expect(announcement()).toBeUndefined();
  });

  it('is not announced to whoever moves on in it, or opened it', async () => {
    await session.turnTo(told);
    session.next();
    expect(announcement()).toBeUndefined();
    await session.turnTo(told);
    await session.open(other);
    session.play();
    expect(announcement()).toBeUndefined();
  });

  it('is heard in the place of the silence after the one before', async () => {
    await listening();
    session.addEventListener('ended', (event) => event.preventDefault());
    const turns: unknown[] = [];
    session.addEventListener('turned', ({ detail }) => turns.push(detail));
    engine.report('ended', null);
    expect(state()[0]).toBe('loading');
    expect(places.at(-1)?.progress).toBe(1);
    await session.turnTo(told);
    expect(turns).toEqual([{ from: 'ura', to: 'moti' }]);
  });

  it('that is empty has nothing to say', async () => {
    await session.turnTo(inventedArticle({ blocks: [] }));
    expect(state()).toEqual(['failed', 'nothing-to-say', 0]);
  });
});

describe('pause and stop', () => {
  it('a pause is silence, and going on says the same sentence again', async () => {
    await listening(3);
    session.pause();
    expect(state()).toEqual(['paused', 'paused', 3]);
    expect(lastAsked()).toBe('stop');
    session.toggle();
    expect(state()).toEqual(['loading', undefined, 3]);
    expect(lastAsked()).toBe('speak 3 at 1');
    session.toggle();
    expect(state()).toEqual(['paused', 'paused', 3]);
  });

  it('a pause before the first sound is one, too', async () => {
    await session.open(article);
    session.play();
    session.pause();
    expect(state()).toEqual(['paused', 'paused', 0]);
    expect(lastAsked()).toBe('stop');
  });

  it('a stop keeps the place', async () => {
    await listening(3);
    session.stop();
    expect(state()).toEqual(['idle', 'stopped', 3]);
    expect(lastAsked()).toBe('stop');
    session.play();
    expect(lastAsked()).toBe('speak 3 at 1');
  });

  it('of what is silent changes nothing', async () => {
    await listening(4);
    engine.report('ended', null);
    session.pause();
    session.stop();
    expect(state()).toEqual(['idle', 'ended', 0]);
  });
});

describe('moving', () => {
  it('goes on speaking where it was speaking', async () => {
    await listening(1);
    session.next();
    expect(state()).toEqual(['loading', undefined, 2]);
    expect(lastAsked()).toBe('speak 2 at 1');
    session.previous();
    session.previous();
    expect(lastAsked()).toBe('speak 0 at 1');
  });

  it('stays silent where it was silent, and the place moves along', async () => {
    await listening(1);
    session.pause();
    session.next();
    expect(state()).toEqual(['paused', 'paused', 2]);
    expect(lastAsked()).toBe('stop');
    expect(places.at(-1)?.locator.offset).toBe(26);
  });

  it('ends at both ends of the article', async () => {
    await listening(4);
    const before = engine.asked.length;
    session.next();
    expect(engine.asked).toHaveLength(before);
    session.move(-5);
    expect(lastAsked()).toBe('speak 0 at 1');
    session.play(99);
    expect(lastAsked()).toBe('speak 4 at 1');
  });
});

describe('the rate', () => {
  it('is heard at once: the sentence begins again', async () => {
    await listening(2);
    session.setRate(1.3);
    expect(lastAsked()).toBe('speak 2 at 1.3');
    expect(state()).toEqual(['loading', undefined, 2]);
  });

  it('waits where it is silent', async () => {
    await session.open(article);
    session.setRate(2);
    expect(engine.asked).toEqual(['stop']);
    session.play();
    expect(lastAsked()).toBe('speak 0 at 2');
  });

  it.each([
    [0.1, 0.5],
    [9, 3],
    [1.1 + 0.1 + 0.1, 1.3],
  ])('%d is %d', (wish, rate) => {
    session.setRate(wish);
    expect(session.snapshot.rate).toBe(rate);
  });

  it('that is the present one changes nothing', async () => {
    await listening();
    const before = [...engine.asked];
    session.setRate(1.02);
    expect(engine.asked).toEqual(before);
  });
});

describe('a voice that gives up', () => {
  it.each<SpeechFailure>(['no-voice', 'not-started', 'lost', 'network', 'not-allowed', 'broken'])(
    '(%s) stops at its sentence, says why, and goes on from there',
    async (reason) => {
      await listening(1);
      engine.report('failed', { index: 2, reason });
      expect(state()).toEqual(['failed', reason, 2]);
      expect(session.isPlaying).toBe(false);
      session.toggle();
      expect(state()).toEqual(['loading', undefined, 2]);
      expect(lastAsked()).toBe('speak 2 at 1');
    },
  );

  it('because somebody else took it is paused', async () => {
    await listening(1);
    engine.report('failed', { index: 1, reason: 'interrupted' });
    expect(state()).toEqual(['paused', 'interrupted', 1]);
  });

  it('inside the very press that asked for it leaves nothing loading', async () => {
    await session.open(article);
    engine.speak = () => engine.report('failed', { index: 0, reason: 'not-allowed' });
    session.play();
    expect(state()).toEqual(['failed', 'not-allowed', 0]);
  });
});

describe('the voice', () => {
  it('is told as soon as one is found', async () => {
    engine.listed = [];
    await session.open(article);
    expect(session.snapshot.voice).toBeUndefined();
    engine.listed = [system];
    engine.report('voiceschanged', null);
    expect(session.snapshot.voice).toBe(system);
  });

  it.each<[string, Partial<ReadingWish>, Voice]>([
    ['the embedded one, where nothing is wished', {}, embedded],
    ['the wished one', { voice: system.id }, system],
    ['a system voice that was heard to speak Albanian', { proven: [system.id] }, system],
    ['the default one, where the wished one is gone', { voice: 'espeak:mungon' }, embedded],
  ])('is %s', async (_, wish, voice) => {
    engine.listed = [system, embedded];
    session.setWish(wish);
    await session.open(article);
    session.play();
    expect(engine.wished?.voice).toBe(voice);
    expect(session.snapshot.voice).toBe(voice);
  });

  it('that the platform has not listed yet is asked for all the same', async () => {
    engine.listed = [embedded];
    session.setWish({ voice: 'ilir' });
    await session.open(article);
    session.play();
    expect(engine.wished?.voice).toMatchObject({ id: 'ilir', engine: 'system' });
  });

  it('has an alternative of the other kind, where there is one', async () => {
    engine.listed = [system, embedded];
    await session.open(article);
    expect(session.alternative).toBe(system);
    session.setWish({ voice: system.id });
    expect(session.alternative).toBe(embedded);
    engine.listed = [embedded];
    session.setWish({ voice: embedded.id });
    expect(session.alternative).toBeUndefined();
  });

  it('can be changed in the middle: the sentence begins again', async () => {
    engine.listed = [system, embedded];
    await listening(2);
    session.setWish({ voice: system.id, pitch: 1.2 });
    expect(lastAsked()).toBe('speak 2 at 1');
    expect(engine.wished).toMatchObject({ voice: system, pitch: 1.2 });
  });

  it('gets ready when an article is open, at the place where it was left', async () => {
    engine.listed = [embedded];
    await session.open(article, { article: 'ura', block: 2, offset: 0, quote: 'Banorët' });
    expect(engine.prepared).toBe(3);
  });
});

describe('a voice that gives up while another one is there', () => {
  beforeEach(() => {
    engine.listed = [system, embedded];
    session.setWish({ voice: system.id });
  });

  it.each<SpeechFailure>(['no-voice', 'not-started', 'lost', 'network', 'broken'])(
    '(%s) the embedded one goes on at the same sentence, and it is said why',
    async (reason) => {
      await listening(1);
      engine.report('failed', { index: 2, reason });
      expect(state()).toEqual(['loading', undefined, 2]);
      expect(engine.wished?.voice).toBe(embedded);
      expect(session.snapshot.substitution).toEqual({ failed: system, reason });
    },
  );

  it('is not tried again in this visit, and its failure not told again', async () => {
    await listening(1);
    engine.report('failed', { index: 1, reason: 'lost' });
    session.pause();
    session.play();
    expect(engine.wished?.voice).toBe(embedded);
    expect(session.snapshot.substitution).toBeUndefined();
  });

  it('is tried again when it is chosen again', async () => {
    await listening(1);
    engine.report('failed', { index: 1, reason: 'lost' });
    session.setWish({ voice: system.id });
    expect(engine.wished?.voice).toBe(system);
  });

  it('leaves the floor to the system where the embedded one cannot come', async () => {
    session.setWish({ voice: embedded.id });
    await listening(1);
    engine.report('failed', { index: 1, reason: 'no-pack' });
    expect(engine.wished?.voice).toBe(system);
  });

  it('leaves it even to a voice that the platform lists late', async () => {
    let list: () => void = () => undefined;
    engine = new ScriptedEngine();
    engine.listed = [embedded];
    const late = new Promise<readonly Voice[]>((resolve) => (list = () => resolve(engine.listed)));
    engine.voices = () => late;
    session = new ListeningSession(engine, plainWish);
    await listening(1);
    engine.report('failed', { index: 1, reason: 'no-pack' });
    expect(session.isPlaying).toBe(true);
    engine.listed = [system, embedded];
    list();
    await new Promise((resolve) => setTimeout(resolve));
    expect(engine.wished?.voice).toBe(system);
    expect(state()).toEqual(['loading', undefined, 1]);
  });

  it('stops where both gave up', async () => {
    await listening(1);
    engine.report('failed', { index: 1, reason: 'network' });
    engine.report('failed', { index: 1, reason: 'no-pack' });
    expect(state()).toEqual(['failed', 'network', 1]);
    session.play();
    expect(engine.wished?.voice).toBe(system);
  });

  it.each<SpeechFailure>(['interrupted', 'not-allowed', 'no-output', 'nothing-to-say'])(
    '(%s) is no reason for another voice',
    async (reason) => {
      await listening(1);
      engine.report('failed', { index: 1, reason });
      expect(session.isPlaying).toBe(false);
      expect(engine.wished?.voice).toBe(system);
    },
  );
});

describe('a voice with a timeline', () => {
  beforeEach(() => {
    engine.listed = [embedded];
    engine.takesRate = true;
    engine.timeline = {
      duration: 50,
      secondsOf: (index) => index * 10,
      indexAt: (seconds) => Math.floor(seconds / 10),
    };
  });

  it('changes its rate without beginning again, up to 4', async () => {
    await listening(1);
    session.setRate(9);
    expect(session.snapshot.rate).toBe(4);
    expect(lastAsked()).toBe('speak 1 at 1');
  });

  it('is led to the sentence of a moment', async () => {
    await listening(1);
    session.seek(34);
    expect(lastAsked()).toBe('speak 3 at 1');
  });

  it('goes no faster than the one that takes its place', async () => {
    engine.listed = [system, embedded];
    await listening(1);
    session.setRate(4);
    engine.report('failed', { index: 1, reason: 'no-pack' });
    expect(lastAsked()).toBe('speak 1 at 3');
  });
});

it('a voice that is on its way is told, until it is heard or given up', async () => {
  await session.open(article);
  session.play();
  engine.report('fetching', { loaded: 1, total: 4 });
  expect(session.snapshot).toMatchObject({ playback: 'loading', fetched: 0.25 });
  engine.report('sentence', { index: 0 });
  expect(session.snapshot.fetched).toBeUndefined();
});

it('sentences that could not be said are told, until another article is open', async () => {
  await listening(1);
  engine.report('skipped', { index: 2 });
  engine.report('sentence', { index: 3 });
  expect(session.snapshot).toMatchObject({ skipped: [2], index: 3, playback: 'playing' });
  await session.open(other);
  expect(session.snapshot.skipped).toEqual([]);
});

it('the listener’s first own words, kept while an article is read, are said as soon as their code is there', async () => {
  await listening(2);
  session.setWish({ lexicon: 'falas = pa asnjë pagesë' });
  await vi.waitFor(() => expect(engine.said[2]?.text).toContain('pa asnjë pagesë'));
});

it('the listener’s own words are said as they wish, and lit where they stand', async () => {
  const words: SessionEventMap['word']['detail'][] = [];
  session.addEventListener('word', ({ detail }) => words.push(detail));
  session.setWish({ lexicon: 'falas = pa asnjë pagesë' });
  await listening(2);
  expect(engine.said[2]?.text).toContain('pa asnjë pagesë');
  engine.report('word', { index: 2, at: engine.said[2]?.text.indexOf('asnjë') ?? -1, length: 5 });
  expect(words).toEqual([{ block: 1, start: 39, end: 44 }]);
  session.setWish({ lexicon: 'pa barazim' });
  expect(engine.said[2]?.text).toBe('Kalimi është falas.');
});
