import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpeechEngine, Voice } from '../engine.ts';
import { FakeSpeechSynthesis, fakePlatform, fakeVoice, type Defects } from './fake-speech-synthesis.ts';
import { cutAtBlanks, plain, reportsOf, script } from './listen.ts';
import type { SpeechPlatform } from './platform.ts';
import { WebSpeechEngine } from './web-speech-engine.ts';

const anila = fakeVoice('Anila', 'sq-AL');
const ilir = fakeVoice('Ilir', 'sq-AL');

function setUp(defects: Partial<Defects> = {}, more: Partial<SpeechPlatform> = {}) {
  const synthesis = new FakeSpeechSynthesis([anila, ilir], defects);
  const platform = fakePlatform(synthesis, more);
  const engine: SpeechEngine = new WebSpeechEngine(platform, cutAtBlanks);
  return { synthesis, platform, engine, reports: reportsOf(engine) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const later = (ms = 60_000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('reading a script', () => {
  it('says sentence after sentence and then ends', async () => {
    const { engine, reports, synthesis } = setUp();
    engine.speak(script('Një.', 'Dy.', 'Tre.'), 0, plain);
    await later();
    expect(reports).toEqual(['sentence 0', 'sentence 1', 'sentence 2', 'ended']);
    expect(synthesis.heard.map(({ text }) => text)).toEqual(['Një.', 'Dy.', 'Tre.']);
  });

  it('begins where it is told to', async () => {
    const { engine, reports } = setUp();
    engine.speak(script('Një.', 'Dy.', 'Tre.'), 1, plain);
    await later();
    expect(reports).toEqual(['sentence 1', 'sentence 2', 'ended']);
  });

  it('hands the next sentence over inside the end of the one before, and not earlier', async () => {
    const { engine, synthesis } = setUp();
    engine.speak(script('Një.', 'Dy.'), 0, plain);
    await later(40 + 4 * 70 - 1);
    expect(synthesis.calls).toEqual(['cancel', 'speak']);
    await later(1);
    expect(synthesis.calls).toEqual(['cancel', 'speak', 'speak']);
  });

  it('passes over sentences with nothing to say', async () => {
    const { engine, reports, synthesis } = setUp();
    engine.speak(script('', 'Dy.', ' \n', '* * *', 'Pesë.', '…'), 0, plain);
    await later();
    expect(reports).toEqual(['sentence 1', 'sentence 4', 'ended']);
    expect(synthesis.calls.filter((call) => call === 'speak')).toHaveLength(2);
  });

  it.each([[[]], [['', '…']]])('ends, after the call, where nothing can be said: %j', async (texts) => {
    const { engine, reports } = setUp();
    engine.speak(script(...texts), 0, plain);
    expect(reports).toEqual([]);
    await later(0);
    expect(reports).toEqual(['ended']);
  });

  it('speaks in the wished voice, at the wished rate and pitch', () => {
    const { engine, synthesis } = setUp();
    const speak = vi.spyOn(synthesis, 'speak');
    const voice: Voice = { id: 'Ilir', name: 'Ilir', language: 'sq-AL', offline: true, engine: 'system' };
    engine.speak(script('Një.'), 0, { voice, rate: 2, pitch: 0.5 });
    expect(speak.mock.calls[0]?.[0]).toMatchObject({ text: 'Një.', voice: ilir, lang: 'sq-AL', rate: 2, pitch: 0.5 });
  });

  it('sends a sentence that is too long in pieces, cut as it is told, and reports it once', async () => {
    const synthesis = new FakeSpeechSynthesis([fakeVoice('Google shqip', 'sq-AL', { localService: false })], {
      boundaries: (text) => [text.lastIndexOf(' ') + 1],
    });
    const limits: number[] = [];
    const engine = new WebSpeechEngine(fakePlatform(synthesis), (text, longest) => {
      limits.push(longest);
      return [
        { start: 0, end: 8 },
        { start: 9, end: 12 },
        { start: 12, end: text.length },
      ];
    });
    const reports = reportsOf(engine);
    engine.speak(script('Një dy, ... tre katër.'), 0, { rate: 0.5, pitch: 1 });
    await later();
    expect(synthesis.heard.map(({ text }) => text)).toEqual(['Një dy, ', 'tre katër.']);
    expect(reports).toEqual(['sentence 0', 'word 0 16+5', 'ended']);
    expect(limits).toEqual([87]);
  });

  it('waits for what cuts a sentence, and says nothing once it was stopped meanwhile', async () => {
    const synthesis = new FakeSpeechSynthesis([anila]);
    const late = (text: string) => Promise.resolve(cutAtBlanks(text, 8));
    const engine = new WebSpeechEngine(fakePlatform(synthesis), late);
    const reports = reportsOf(engine);
    engine.speak(script('Një dy tre katër.', 'Pesë.'), 0, { ...plain, announcement: script('Gazeta.', 'Titulli.') });
    await later();
    expect(synthesis.heard.map(({ text }) => text)).toEqual([
      'Gazeta.',
      'Titulli.',
      'Një dy',
      'tre',
      'katër.',
      'Pesë.',
    ]);
    expect(reports.filter((report) => !report.startsWith('word'))).toEqual(['sentence 0', 'sentence 1', 'ended']);
    engine.speak(script('Gjashtë.'), 0, plain);
    engine.stop();
    await later();
    expect(synthesis.heard).toHaveLength(6);
  });
});

describe('an announcement', () => {
  const announcement = script('Gazeta e lagjes.', '…', 'Ura hapet nesër.');

  it('is said first, inside the call, and not reported', async () => {
    const { engine, reports, synthesis } = setUp();
    engine.speak(script('Një.'), 0, { ...plain, announcement });
    expect(synthesis.calls).toEqual(['cancel', 'speak']);
    await later();
    expect(synthesis.heard.map(({ text }) => text)).toEqual(['Gazeta e lagjes.', 'Ura hapet nesër.', 'Një.']);
    expect(reports.filter((report) => !report.startsWith('word'))).toEqual(['sentence 0', 'ended']);
  });

  it('comes after a pause once something was said, since no sound of ours can go before it', async () => {
    const { engine, synthesis } = setUp();
    engine.speak(script('Një.'), 0, plain);
    await later();
    engine.speak(script('Dy.'), 0, { ...plain, announcement });
    await later(700);
    expect(synthesis.heard).toHaveLength(1);
    await later();
    expect(synthesis.heard.map(({ text }) => text)).toEqual(['Një.', 'Gazeta e lagjes.', 'Ura hapet nesër.', 'Dy.']);
  });

  it('is never said after a stop', async () => {
    const { engine, synthesis, reports } = setUp();
    engine.speak(script('Një.'), 0, plain);
    await later();
    engine.speak(script('Dy.'), 0, { ...plain, announcement });
    engine.stop();
    await later();
    expect(synthesis.heard).toHaveLength(1);
    expect(reports.at(-1)).toBe('ended');
  });
});

describe('stopping', () => {
  it('is silence at once, with no report after it', async () => {
    const { engine, reports, synthesis } = setUp();
    engine.speak(script('Një.', 'Dy.'), 0, plain);
    await later(100);
    engine.stop();
    expect(synthesis.speaking).toBe(false);
    await later();
    expect(reports).toEqual(['sentence 0']);
  });

  it('silences nobody when nothing of ours is being said', () => {
    const { engine, synthesis } = setUp();
    engine.stop();
    // The one at the beginning.
    expect(synthesis.calls).toEqual(['cancel']);
  });

  it('inside the report of a sentence is obeyed', async () => {
    const { engine, reports } = setUp();
    engine.addEventListener('sentence', ({ detail }) => detail.index === 1 && engine.stop());
    engine.speak(script('Një.', 'Dy.', 'Tre.'), 0, plain);
    await later();
    expect(reports).toEqual(['sentence 0', 'sentence 1']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('before the end is reported, keeps it unreported', async () => {
    const { engine, reports } = setUp();
    engine.speak(script('…'), 0, plain);
    engine.stop();
    await later();
    expect(reports).toEqual([]);
  });

  it('happens by itself when something else is to be said', async () => {
    const { engine, reports, synthesis } = setUp();
    engine.speak(script('Një fjali e gjatë.', 'Dy.'), 0, plain);
    await later(100);
    engine.speak(script('A.', 'B.', 'C.'), 2, plain);
    await later();
    expect(reports).toEqual(['sentence 0', 'sentence 2', 'ended']);
    expect(synthesis.heard.map(({ text, part }) => `${text} ${part}`)).toEqual([
      'Një fjali e gjatë. begun',
      'C. whole',
    ]);
  });
});

describe('words', () => {
  it('are reported where they prove right, at their place in the sentence', async () => {
    const { engine, reports } = setUp({ boundaries: () => [0, 5] });
    engine.speak(script('Moti është i mirë.'), 0, plain);
    await later();
    expect(reports).toEqual(['sentence 0', 'word 0 0+4', 'word 0 5+5', 'ended']);
  });
});

describe('pauses', () => {
  const two = { seconds: 2, after: 'sentence' } as const;

  it('come between sentences, and not after the last', async () => {
    const { engine, reports } = setUp();
    engine.speak(script('Një.', 'Dy.'), 0, { ...plain, pause: two });
    await later(40 + 4 * 70 + 1_990);
    expect(reports).toEqual(['sentence 0']);
    await later(10 + 40);
    expect(reports).toEqual(['sentence 0', 'sentence 1']);
    await later(3 * 70);
    expect(reports.at(-1)).toBe('ended');
  });

  it('are shorter where the voice is faster', async () => {
    const { engine, reports } = setUp();
    engine.speak(script('Një.', 'Dy.'), 0, { ...plain, rate: 2, pause: two });
    // Said at the platform's usual speed, and half the pause.
    await later(40 + 4 * 70 + 1_000 + 40);
    expect(reports).toContain('sentence 1');
  });

  it('only after a paragraph, where that is wished', async () => {
    const { engine, reports } = setUp();
    engine.speak(script('Një.', 'Dy.'), 0, { ...plain, pause: { seconds: 2, after: 'paragraph' } });
    await later(2 * (40 + 4 * 70));
    expect(reports).toContain('sentence 1');
  });

  it('are over at once when the voice is stopped', async () => {
    const { engine, reports } = setUp();
    engine.speak(script('Një.', 'Dy.'), 0, { ...plain, pause: two });
    await later(1_000);
    engine.stop();
    await later();
    expect(reports).toEqual(['sentence 0']);
  });
});

it('ends where it is told to', async () => {
  const { engine, reports, synthesis } = setUp();
  engine.speak(script('Një.', '', 'Tre.'), 0, { ...plain, to: 2 });
  await later();
  expect(reports).toEqual(['sentence 0', 'ended']);
  expect(synthesis.heard.map(({ text }) => text)).toEqual(['Një.']);
});
