// The rows of the defect table that are about events. Each shows the defect on a page without care first.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeSpeechSynthesis, fakePlatform, fakeVoice, type Defects } from './fake-speech-synthesis.ts';
import { bareRead, bareUtterance, cutAtBlanks, plain, reportsOf, script } from './listen.ts';
import { WebSpeechEngine } from './web-speech-engine.ts';

const ilir = fakeVoice('Ilir', 'sq-AL');
const sentences = ['Fjalia e parë.', 'Fjalia e dytë.', 'Fjalia e tretë.'];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const later = (ms = 60_000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const platformWith = (defects: Partial<Defects>): FakeSpeechSynthesis => new FakeSpeechSynthesis([ilir], defects);

function begin(synthesis: FakeSpeechSynthesis) {
  const engine = new WebSpeechEngine(fakePlatform(synthesis), cutAtBlanks);
  return { engine, reports: reportsOf(engine) };
}

test.each<[string, Partial<Defects>]>([
  ['Firefox and WebKitGTK: cancel fires an end', { cancelFires: 'end' }],
  ['Firefox: the end after a cancel comes late', { cancelFires: 'end', cancelTakes: 100 }],
  ['a cancelled utterance ends when the next has begun', { cancelFires: 'end', cancelTakes: 600 }],
  ['Chromium: cancel fires an error', { cancelFires: 'interrupted' }],
  ['Chromium: the error after a cancel comes late', { cancelFires: 'interrupted', cancelTakes: 600 }],
])('%s, and no sentence is skipped or given up', async (_, defects) => {
  const bare = platformWith(defects);
  const page = bareRead(bare, sentences, ilir);
  await later(500);
  bare.cancel();
  page.speakFrom(0);
  await later();
  // Three sentences, four endings: one of them moved the page on, or frightened it.
  expect(page.events.filter((event) => event !== 'start')).toHaveLength(4);

  const synthesis = platformWith(defects);
  const { engine, reports } = begin(synthesis);
  engine.speak(script(...sentences), 0, plain);
  await later(500);
  engine.speak(script(...sentences), 0, plain);
  await later();
  expect(reports).toEqual(['sentence 0', 'sentence 0', 'sentence 1', 'sentence 2', 'ended']);
});

test('Safari: an utterance that nobody holds loses its end; the engine holds it', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const nextTask = async (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });

  const bare = platformWith({ forgets: true });
  const { events } = bareRead(bare, sentences, ilir);
  await later(100);
  await nextTask();
  collect();
  await later();
  expect(events).toEqual(['start']);

  const synthesis = platformWith({ forgets: true });
  const { engine, reports } = begin(synthesis);
  engine.speak(script(...sentences), 0, plain);
  for (let times = 0; times < 40; times += 1) {
    await later(100);
    await nextTask();
    collect();
  }
  expect(reports).toEqual(['sentence 0', 'sentence 1', 'sentence 2', 'ended']);
});

test('Android, Linux and Google voices: no word is ever reported, and sentences are enough', async () => {
  const bare = platformWith({});
  const { events } = bareRead(bare, sentences, ilir);
  await later();
  expect(events).not.toContain('boundary');

  const { engine, reports } = begin(platformWith({}));
  engine.speak(script(...sentences), 0, plain);
  await later();
  expect(reports).toEqual(['sentence 0', 'sentence 1', 'sentence 2', 'ended']);
});

test('macOS: places of words that are far off light nothing once they are found out', async () => {
  const text = 'Fjalia e parë.';
  const boundaries = (): number[] => [1, 3, 7, 40];
  const bare = platformWith({ boundaries });
  const utterance = bareUtterance(text, ilir);
  const lit: string[] = [];
  utterance.addEventListener('boundary', ({ charIndex }) => lit.push(text.slice(charIndex)));
  bare.speak(utterance);
  await later();
  expect(lit).toEqual(['jalia e parë.', 'lia e parë.', 'e parë.', '']);

  const { engine, reports } = begin(platformWith({ boundaries }));
  engine.speak(script(text, text), 0, plain);
  await later();
  expect(reports).toEqual(['sentence 0', 'sentence 1', 'ended']);
});

describe('the platform ends a sentence in the middle', () => {
  test.each<[SpeechSynthesisErrorCode, string]>([
    ['interrupted', 'interrupted'],
    ['canceled', 'interrupted'],
    ['audio-busy', 'interrupted'],
    ['network', 'network'],
    ['not-allowed', 'not-allowed'],
    ['voice-unavailable', 'no-voice'],
    ['language-unavailable', 'no-voice'],
    ['synthesis-unavailable', 'no-voice'],
    ['synthesis-failed', 'broken'],
    ['text-too-long', 'broken'],
    ['invalid-argument', 'broken'],
    ['audio-hardware', 'broken'],
  ])('with %s: reported as %s, and no other page is silenced', async (error, reason) => {
    const bare = platformWith({});
    const { events } = bareRead(bare, sentences, ilir);
    await later(1_500);
    bare.break(error);
    await later();
    expect(events).toEqual(['start', 'end', 'start', 'error']);

    const synthesis = platformWith({});
    const { engine, reports } = begin(synthesis);
    engine.speak(script(...sentences), 0, plain);
    await later(1_500);
    const before = [...synthesis.calls];
    synthesis.break(error);
    await later();
    expect(reports).toEqual(['sentence 0', 'sentence 1', `failed 1 ${reason}`]);
    expect(synthesis.calls).toEqual(before);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a voice', () => {
  const second = (text: string): boolean => text === sentences[1];

  test.each<[string, Partial<Defects>, string[], number]>([
    ['never starts', { neverStarts: second }, ['failed 1 not-started'], 12_000],
    ['loses its end and knows that it is done', { losesEnd: second }, ['sentence 1', 'failed 1 lost'], 6_000],
    ['loses its end and seems to speak on', { hangs: second }, ['sentence 1', 'failed 1 lost'], 12_000],
  ])('%s: the engine stops there, and goes on from there when told', async (_, defects, expected, patience) => {
    const bare = platformWith(defects);
    const { events } = bareRead(bare, sentences, ilir);
    await later();
    expect(events.filter((event) => event === 'end')).toHaveLength(1);

    const once = { ...defects };
    const synthesis = platformWith(once);
    const { engine, reports } = begin(synthesis);
    engine.speak(script(...sentences), 0, plain);
    await later(patience);
    expect(reports).toEqual(['sentence 0', ...expected]);
    expect(synthesis.speaking).toBe(false);
    // The fake reads its defects anew for every utterance.
    for (const key of Object.keys(once)) Reflect.deleteProperty(once, key);
    engine.speak(script(...sentences), 1, plain);
    await later();
    expect(reports.slice(1 + expected.length)).toEqual(['sentence 1', 'sentence 2', 'ended']);
  });

  test('that ends without a start said nothing: a page runs through the article in silence, the engine stops', async () => {
    const speechless = (): FakeSpeechSynthesis => {
      const synthesis = platformWith({});
      vi.spyOn(synthesis, 'speak').mockImplementation((utterance) => {
        setTimeout(() => utterance.dispatchEvent(new Event('end')), 5);
      });
      return synthesis;
    };
    const { events } = bareRead(speechless(), sentences, ilir);
    await later();
    expect(events).toEqual(['end', 'end', 'end']);

    const { engine, reports } = begin(speechless());
    engine.speak(script(...sentences), 0, plain);
    await later();
    expect(reports).toEqual(['failed 0 not-started']);
  });

  /** A platform whose every event comes by hand. */
  function byHand() {
    const synthesis = platformWith({});
    const spoken = vi.spyOn(synthesis, 'speak').mockReturnValue();
    vi.spyOn(synthesis, 'speaking', 'get').mockReturnValue(true);
    const fire = (type: string, detail = {}): unknown =>
      spoken.mock.lastCall?.[0].dispatchEvent(Object.assign(new Event(type), detail));
    return { synthesis, fire };
  }
  const slow = 'fjalë '.repeat(20).trim();

  test('that is slow but still reports words is waited for', async () => {
    const { synthesis, fire } = byHand();
    const { engine, reports } = begin(synthesis);
    engine.speak(script(slow), 0, plain);
    fire('start');
    for (let word = 0; word < 20; word += 1) {
      await later(4_000);
      fire('boundary', { name: 'word', charIndex: 6 * word });
    }
    fire('end');
    await later(0);
    expect(reports.filter((report) => !report.startsWith('word'))).toEqual(['sentence 0', 'ended']);
  });

  test('that reported words and then no more is given up', async () => {
    const { synthesis, fire } = byHand();
    const { engine, reports } = begin(synthesis);
    engine.speak(script(slow), 0, plain);
    fire('start');
    fire('boundary', { name: 'word', charIndex: 0 });
    await later();
    expect(reports).toEqual(['sentence 0', 'word 0 0+5', 'failed 0 lost']);
  });

  test('that starts twice, reports too early, backwards and by the sentence, is taken for what is true of it', async () => {
    const { synthesis, fire } = byHand();
    const { engine, reports } = begin(synthesis);
    engine.speak(script(slow), 0, plain);
    fire('boundary', { name: 'word', charIndex: 0 });
    fire('start');
    fire('start');
    fire('boundary', { name: 'sentence', charIndex: 0 });
    fire('boundary', { name: 'word', charIndex: 12 });
    fire('boundary', { name: 'word', charIndex: 6 });
    fire('end');
    await later(0);
    expect(reports).toEqual(['sentence 0', 'word 0 12+5', 'ended']);
  });
});
