// The rows of the defect table that are about calls. Each shows the defect on a page without care first.
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
const heardBy = ({ heard }: FakeSpeechSynthesis): string[] => heard.map(({ text, part }) => `${text} ${part}`);

function begin(synthesis: FakeSpeechSynthesis, page = new EventTarget()) {
  const engine = new WebSpeechEngine(fakePlatform(synthesis, { page }), cutAtBlanks);
  return { engine, reports: reportsOf(engine), page };
}

describe.each<[string, Defects['pause']]>([
  ['Linux Firefox: pause has no effect', 'ignored'],
  ['Android: pause is cancel', 'cancels'],
  ['Chrome with speech-dispatcher, and with Google’s voices after a long pause: nothing resumes', 'wedges'],
])('%s', (_, pause) => {
  test('so the engine stops and says the sentence again', async () => {
    const bare = platformWith({ pause });
    bareRead(bare, sentences.slice(0, 1), ilir);
    await later(500);
    bare.pause();
    await later();
    const atPause = heardBy(bare);
    bare.resume();
    await later();
    // Either it never paused, or it never came back.
    expect(heardBy(bare)).toEqual(atPause);

    const synthesis = platformWith({ pause });
    const { engine, reports } = begin(synthesis);
    engine.speak(script(...sentences), 0, plain);
    await later(1_500);
    engine.stop();
    await later();
    expect(heardBy(synthesis)).toEqual(['Fjalia e parë. whole', 'Fjalia e dytë. begun']);
    engine.speak(script(...sentences), 1, plain);
    await later();
    expect(reports).toEqual(['sentence 0', 'sentence 1', 'sentence 1', 'sentence 2', 'ended']);
  });
});

test('Edge and Chromium: keeping a voice alive by pause and resume breaks it, so nothing does', async () => {
  const long = 'Një fjali e gjatë që zgjat më shumë se dhjetë sekonda. '.repeat(4);
  const bare = platformWith({ pause: 'wedges' });
  const { events } = bareRead(bare, [long], ilir);
  await later(10_000);
  bare.pause();
  bare.resume();
  await later();
  expect(events).toEqual(['start']);

  const synthesis = platformWith({ pause: 'wedges' });
  const { engine, reports } = begin(synthesis);
  engine.speak(script(long), 0, plain);
  await later();
  expect(reports).toEqual(['sentence 0', 'ended']);
  expect(new Set(synthesis.calls)).toEqual(new Set(['cancel', 'speak']));
});

test('older Chromium on Linux: what is spoken right after a cancel is swallowed, and is spoken once more', async () => {
  const bare = platformWith({ swallowsAfterCancel: 20 });
  bare.cancel();
  bareRead(bare, sentences, ilir);
  await later();
  expect(bare.heard).toEqual([]);

  const synthesis = platformWith({ swallowsAfterCancel: 20 });
  const { engine, reports } = begin(synthesis);
  engine.speak(script(...sentences), 0, plain);
  await later();
  expect(reports).toEqual(['sentence 0', 'sentence 1', 'sentence 2', 'ended']);
});

describe('iOS: the first speak must come from inside a tap', () => {
  test('so it reaches the platform before the call returns', async () => {
    const bare = platformWith({ wantsTap: 'silent' });
    bare.tap(() => void Promise.resolve().then(() => bareRead(bare, sentences, ilir)));
    await later();
    expect(bare.heard).toEqual([]);

    const synthesis = platformWith({ wantsTap: 'silent' });
    const { engine, reports } = begin(synthesis);
    synthesis.tap(() => engine.speak(script(...sentences), 0, plain));
    await later();
    expect(reports).toEqual(['sentence 0', 'sentence 1', 'sentence 2', 'ended']);
  });

  test('and a refusal is reported after the call, for another tap', async () => {
    const synthesis = platformWith({ wantsTap: 'refused' });
    const { engine, reports } = begin(synthesis);
    engine.speak(script(...sentences), 2, plain);
    expect(reports).toEqual([]);
    await later();
    expect(reports).toEqual(['failed 2 not-allowed']);
  });
});

test.each<[string, Partial<Defects>, string]>([
  ['Chromium', { blank: 'error' }, 'error'],
  ['Firefox', { blank: 'end' }, 'end'],
])('%s: blank text is a failure or a bare end, and is never spoken', async (_, defects, event) => {
  const bare = platformWith(defects);
  const { events } = bareRead(bare, [' '], ilir);
  await later();
  expect(events).toEqual([event]);

  const synthesis = platformWith(defects);
  const { engine, reports } = begin(synthesis);
  engine.speak(script(' ', 'Dy.', ''), 0, plain);
  await later();
  expect(reports).toEqual(['sentence 1', 'ended']);
  expect(heardBy(synthesis)).toEqual(['Dy. whole']);
});

test('all: a very long text hangs what comes after it, so it goes out in pieces', async () => {
  const endless = 'fjalë '.repeat(5_500);
  const bare = platformWith({ chokesOn: 4_096 });
  const page = bareRead(bare, [endless], ilir);
  await later(500);
  bare.cancel();
  page.speakFrom(0);
  await later();
  expect(bare.heard).toHaveLength(1);

  const synthesis = platformWith({ chokesOn: 4_096 });
  const { engine, reports } = begin(synthesis);
  engine.speak(script(endless), 0, plain);
  await later(500);
  engine.speak(script('Fjalia tjetër.'), 0, plain);
  await later();
  expect(reports).toEqual(['sentence 0', 'sentence 0', 'ended']);
});

describe('Chromium: speech outlives a reload', () => {
  const beforeReload = (): FakeSpeechSynthesis => {
    const synthesis = platformWith({ hangs: (text) => text === 'Faqja e vjetër.' });
    synthesis.speak(bareUtterance('Faqja e vjetër.', ilir));
    return synthesis;
  };

  test('so the new page silences it', async () => {
    const bare = beforeReload();
    bareRead(bare, sentences, ilir);
    await later();
    expect(heardBy(bare)).toEqual(['Faqja e vjetër. begun']);

    const synthesis = beforeReload();
    await later(500);
    const { engine, reports } = begin(synthesis);
    expect(synthesis.speaking).toBe(false);
    engine.speak(script(...sentences), 0, plain);
    await later();
    expect(reports.at(-1)).toBe('ended');
  });

  test('and the old page stops when it is left, and says where', async () => {
    const synthesis = platformWith({});
    const { engine, reports, page } = begin(synthesis);
    engine.speak(script(...sentences), 0, plain);
    await later(1_500);
    expect(synthesis.speaking).toBe(true);
    page.dispatchEvent(new Event('pagehide'));
    expect(synthesis.speaking).toBe(false);
    await later();
    expect(reports).toEqual(['sentence 0', 'sentence 1', 'failed 1 interrupted']);
  });
});
