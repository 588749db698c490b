// The rows of the defect table that are about voices. Each shows the defect on a page without care first.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeSpeechSynthesis, fakePlatform, fakeVoice } from './fake-speech-synthesis.ts';
import { bareRead, bareUtterance, cutAtBlanks, plain, reportsOf, script } from './listen.ts';
import { WebSpeechEngine } from './web-speech-engine.ts';

const afrikaans = fakeVoice('Afrikaans', 'af', { default: true });
const english = fakeVoice('Samantha', 'en-US');
const ilir = fakeVoice('Ilir', 'sq-AL');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const later = (ms = 60_000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

function begin(synthesis: FakeSpeechSynthesis | undefined, online = true) {
  const engine = new WebSpeechEngine(fakePlatform(synthesis, { online: () => online }), cutAtBlanks);
  return { engine, reports: reportsOf(engine) };
}

describe('Chromium: the list of voices is empty at first', () => {
  test('the press waits for the list and then reads', async () => {
    const synthesis = new FakeSpeechSynthesis([]);
    expect(synthesis.getVoices()).toEqual([]);
    const { engine, reports } = begin(synthesis);
    engine.speak(script('Një.'), 0, plain);
    const voices = engine.voices();
    await later(1_500);
    expect(synthesis.calls).not.toContain('speak');
    synthesis.list([afrikaans, ilir]);
    await later();
    expect(reports).toEqual(['voiceschanged', 'sentence 0', 'ended']);
    expect((await voices).map(({ name }) => name)).toEqual(['Ilir']);
  });

  test('and a list that fills without an event is found as well', async () => {
    const synthesis = new FakeSpeechSynthesis([]);
    const { engine, reports } = begin(synthesis);
    engine.speak(script('Një.'), 0, plain);
    await later(1_000);
    synthesis.list([ilir], false);
    await later();
    expect(reports).toEqual(['voiceschanged', 'sentence 0', 'ended']);
  });

  test('even if it fills without an event after the longest wait', async () => {
    const synthesis = new FakeSpeechSynthesis([]);
    const { engine, reports } = begin(synthesis);
    await later(20_000);
    synthesis.list([ilir], false);
    synthesis.tap(() => engine.speak(script('Një.'), 0, plain));
    expect(synthesis.calls.at(-1)).toBe('speak');
    await later();
    expect(reports).toEqual(['voiceschanged', 'sentence 0', 'ended']);
  });

  test('or fills bit by bit, the Albanian voice last', async () => {
    const synthesis = new FakeSpeechSynthesis([english]);
    const { engine, reports } = begin(synthesis);
    engine.speak(script('Një.'), 0, plain);
    await later(800);
    synthesis.list([english, afrikaans], false);
    await later(800);
    synthesis.list([english, afrikaans, ilir], false);
    await later();
    expect(reports).toEqual(['voiceschanged', 'sentence 0', 'ended']);
  });

  test('a stop while waiting is a stop', async () => {
    const synthesis = new FakeSpeechSynthesis([]);
    const { engine, reports } = begin(synthesis);
    engine.speak(script('Një.'), 0, plain);
    engine.stop();
    synthesis.list([ilir]);
    await later();
    expect(reports).toEqual(['voiceschanged']);
  });

  test('voices that come after the longest wait are still told of, and read', async () => {
    const synthesis = new FakeSpeechSynthesis([]);
    const { engine, reports } = begin(synthesis);
    engine.speak(script('Një.'), 0, plain);
    await later(20_000);
    expect(reports).toEqual(['failed 0 no-voice']);
    synthesis.list([ilir]);
    engine.speak(script('Një.'), 0, plain);
    await later();
    expect(reports).toEqual(['failed 0 no-voice', 'voiceschanged', 'sentence 0', 'ended']);
  });
});

describe('a device without an Albanian voice', () => {
  test('a bare utterance is read in another language, and the engine reads nothing and says why', async () => {
    const synthesis = new FakeSpeechSynthesis([afrikaans, english]);
    synthesis.speak(bareUtterance('Mirëdita.', undefined, 'sq'));
    await later();
    expect(synthesis.heard).toMatchObject([{ language: 'af' }]);

    const { engine, reports } = begin(synthesis);
    engine.speak(script('Një.', 'Dy.'), 1, {
      ...plain,
      voice: { id: 'Samantha', name: 'Samantha', language: 'sq', offline: true, engine: 'system' },
    });
    await later();
    expect(reports).toEqual(['failed 1 no-voice']);
    expect(synthesis.heard).toHaveLength(1);
    expect(await engine.voices()).toEqual([]);
  });

  test('that lists its other voices at once is known long before the longest wait', async () => {
    const { engine, reports } = begin(new FakeSpeechSynthesis([english]));
    engine.speak(script('Një.'), 0, plain);
    await later(1_500);
    expect(reports).toEqual(['failed 0 no-voice']);
  });

  test('or without any speech at all is known at once', async () => {
    const { engine, reports } = begin(undefined);
    engine.speak(script('Një.'), 0, plain);
    expect(reports).toEqual([]);
    await later(0);
    expect(reports).toEqual(['failed 0 no-voice']);
  });
});

test('Linux: the default voice is Afrikaans, among thousands; the Albanian one is found and used', async () => {
  const thousands = Array.from({ length: 13_000 }, (_, at) => fakeVoice(`English+v${at}`, 'en'));
  const synthesis = new FakeSpeechSynthesis([
    afrikaans,
    ...thousands,
    fakeVoice('Albanian+Adam espeak-ng', 'sq'),
    fakeVoice('Albanian espeak-ng', 'sq'),
  ]);
  synthesis.speak(bareUtterance('Mirëdita.'));
  await later();
  expect(synthesis.heard.pop()).toMatchObject({ language: 'af' });

  const { engine, reports } = begin(synthesis);
  engine.speak(script('Një.'), 0, plain);
  await later();
  expect(reports).toEqual(['sentence 0', 'ended']);
  expect(synthesis.heard).toMatchObject([{ language: 'sq' }]);
  expect((await engine.voices()).map(({ name }) => name)).toEqual(['Albanian espeak-ng']);
});

describe.each(['sq_AL', 'sqi-ALB-f000'])('Android: a voice tagged %s', (lang) => {
  test('is ignored for a proper tag, so it hears its own', async () => {
    const odd = fakeVoice('Albanian Albania', lang);
    const synthesis = new FakeSpeechSynthesis([english, odd, afrikaans], { wantsExactLanguage: true });
    synthesis.speak(bareUtterance('Mirëdita.', odd, 'sq-AL'));
    await later();
    expect(synthesis.heard.pop()).toMatchObject({ language: 'af' });

    begin(synthesis).engine.speak(script('Një.'), 0, plain);
    await later();
    expect(synthesis.heard).toMatchObject([{ language: lang, part: 'whole' }]);
  });
});

test('Firefox on Linux: a voice of this device says that it is remote; it reads without a network all the same', async () => {
  const misjudged = fakeVoice('Albanian', 'sq', { localService: false });
  const synthesis = new FakeSpeechSynthesis([misjudged]);
  expect(synthesis.getVoices().filter(({ localService }) => localService)).toEqual([]);
  const { engine, reports } = begin(synthesis, false);
  engine.speak(script('Një.'), 0, plain);
  await later();
  expect(reports).toEqual(['sentence 0', 'ended']);
});

test('iOS: the list changes with an update; the chosen voice is found by its name, else another Albanian one reads', async () => {
  const synthesis = new FakeSpeechSynthesis([
    fakeVoice('Anila', 'sq'),
    fakeVoice('Ilir', 'sq-AL', { voiceURI: 'old' }),
  ]);
  const { engine, reports } = begin(synthesis);
  const chosen = (await engine.voices()).find(({ name }) => name === 'Ilir');
  synthesis.list([fakeVoice('Anila', 'sq'), fakeVoice('Ilir', 'sq-AL', { voiceURI: 'new' })]);
  expect(synthesis.getVoices().some(({ voiceURI }) => voiceURI === chosen?.id)).toBe(false);

  engine.speak(script('Një.'), 0, { ...plain, ...(chosen && { voice: chosen }) });
  await later();
  synthesis.list([fakeVoice('Anila', 'sq')]);
  engine.speak(script('Dy.'), 0, { ...plain, ...(chosen && { voice: chosen }) });
  await later();
  expect(synthesis.heard.map(({ language }) => language)).toEqual(['sq-AL', 'sq']);
  expect(reports.filter((report) => report === 'voiceschanged')).toHaveLength(2);
});

describe('remote voices', () => {
  const google = fakeVoice('Google shqip', 'sq-AL', { localService: false });

  test('never start without a network: the engine gives up and names the network', async () => {
    const synthesis = new FakeSpeechSynthesis([google], { offline: true });
    expect(bareRead(synthesis, ['Mirëdita.'], google).events).toEqual([]);
    await later();
    expect(synthesis.heard).toEqual([]);

    const { engine, reports } = begin(synthesis, false);
    engine.speak(script('Një.'), 0, plain);
    await later(5_000);
    expect(reports).toEqual(['failed 0 network']);
  });

  test('stop without a word when the network goes: the engine gives up at that sentence and names the network', async () => {
    const sentences = ['Fjalia e parë.', 'Fjalia e dytë.'];
    const bareDefects = { offline: false };
    const bare = bareRead(new FakeSpeechSynthesis([google], bareDefects), sentences, google);
    await later(500);
    bareDefects.offline = true;
    await later();
    expect(bare.events).toEqual(['start', 'end']);

    const defects = { offline: false };
    let online = true;
    const synthesis = new FakeSpeechSynthesis([google], defects);
    const engine = new WebSpeechEngine(fakePlatform(synthesis, { online: () => online }), cutAtBlanks);
    const reports = reportsOf(engine);
    engine.speak(script(...sentences), 0, plain);
    await later(500);
    defects.offline = true;
    online = false;
    await later();
    expect(reports).toEqual(['sentence 0', 'failed 1 network']);
  });

  const long = 'Qeveria miratoi sot buxhetin e vitit të ardhshëm, '.repeat(6).trim();

  test('fall silent after 14 seconds: long sentences go out in pieces, lit as one', async () => {
    const synthesis = new FakeSpeechSynthesis([google], { silentAfter: 14_000 });
    const bare = bareRead(synthesis, [long], google);
    await later();
    expect(bare.events).toEqual(['start']);
    expect(synthesis.speaking).toBe(true);
    expect(synthesis.heard.pop()).toMatchObject({ part: 'begun' });

    const { engine, reports } = begin(synthesis);
    engine.speak(script(long, 'Dy.'), 0, { ...plain, rate: 0.5 });
    await later();
    await later();
    expect(reports).toEqual(['sentence 0', 'sentence 1', 'ended']);
    expect(synthesis.heard.every(({ part }) => part === 'whole')).toBe(true);
    expect(synthesis.heard.map(({ text }) => text).join(' ')).toBe(`${long} Dy.`);
  });

  test('that fall silent even so are given up at that sentence', async () => {
    const synthesis = new FakeSpeechSynthesis([google], { silentAfter: 5_000 });
    const { engine, reports } = begin(synthesis);
    engine.speak(script('Një.', long), 0, plain);
    await later();
    expect(reports).toEqual(['sentence 0', 'sentence 1', 'failed 1 lost']);
    expect(synthesis.speaking).toBe(false);
  });
});
