import { beforeEach, describe, expect, it } from 'vitest';
import type { SpeechEngine, SpeechEventMap, Timeline, Utterance } from './engine.ts';
import { FakeEngine } from './fake-engine.ts';
import { SharedEngine } from './shared-engine.ts';

const script: readonly Utterance[] = ['Një.', 'Dy.'].map((text) => ({ text, language: 'sq', closes: 'sentence' }));
const options = { rate: 1, pitch: 1 };

let engine: FakeEngine;
let article: SpeechEngine;
let sample: SpeechEngine;
let log: string[];

beforeEach(() => {
  engine = new FakeEngine();
  const shared = new SharedEngine(engine);
  article = shared.speaker();
  sample = shared.speaker();
  log = [];
  for (const [name, speaker] of [
    ['article', article],
    ['sample', sample],
  ] as const) {
    for (const type of ['sentence', 'ended', 'failed', 'voiceschanged'] as (keyof SpeechEventMap)[]) {
      speaker.addEventListener(type, ({ detail }) => log.push(`${name} ${type} ${JSON.stringify(detail)}`));
    }
  }
});

describe('two speakers with one voice', () => {
  it('each hear of their own script only', () => {
    article.speak(script, 1, options);
    engine.tell('sentence', { index: 1 });
    engine.tell('ended', null);
    sample.speak(script, 0, options);
    engine.tell('sentence', { index: 0 });
    engine.tell('ended', null);
    expect(log).toEqual([
      'article sentence {"index":1}',
      'article ended null',
      'sample sentence {"index":0}',
      'sample ended null',
    ]);
  });

  it('tell whoever is spoken over where that was, before the other begins', () => {
    article.speak(script, 0, options);
    engine.tell('sentence', { index: 1 });
    engine.speak.mockImplementation(() => log.push('speaks'));
    sample.speak(script, 0, options);
    expect(log.slice(1)).toEqual(['article failed {"index":1,"reason":"interrupted"}', 'speaks']);
  });

  it('do not call somebody interrupted who had stopped', () => {
    article.speak(script, 0, options);
    article.stop();
    sample.speak(script, 0, options);
    expect(log).toEqual([]);
  });

  it('cannot stop one another, or change the rate', () => {
    article.speak(script, 0, options);
    sample.speak(script, 0, options);
    engine.stop.mockClear();
    article.stop();
    expect(article.setRate(2)).toBe(false);
    expect(engine.stop).not.toHaveBeenCalled();
    expect(sample.setRate(2)).toBe(true);
    sample.stop();
    expect(engine.stop).toHaveBeenCalledOnce();
  });

  it('know the time only of their own script', () => {
    const timeline: Timeline = { duration: 3, secondsOf: () => 0, indexAt: () => 0 };
    engine.timeline = timeline;
    article.prepare(script, 0, options);
    expect([article.timeline, sample.timeline]).toEqual([timeline, undefined]);
    sample.speak(script, 0, options);
    expect([article.timeline, sample.timeline]).toEqual([undefined, timeline]);
  });

  it('both hear that the voices changed', () => {
    engine.tell('voiceschanged', null);
    expect(log).toEqual(['article voiceschanged null', 'sample voiceschanged null']);
  });
});
