import { describe, expect, it } from 'vitest';
import type { Playback, SessionSnapshot, StopReason } from '../listening/listening-session.ts';
import type { SpeechFailure, Voice } from '../speech/engine.ts';
import { readingNotice, silenceMessage } from './silence-message.ts';

const snapshot = (playback: Playback, change: Partial<SessionSnapshot>): SessionSnapshot => ({
  playback,
  stopReason: undefined,
  article: undefined,
  script: undefined,
  index: 0,
  rate: 1,
  voice: undefined,
  substitution: undefined,
  skipped: [],
  fetched: undefined,
  ...change,
});
const message = (playback: Playback, stopReason: StopReason | undefined) =>
  silenceMessage(snapshot(playback, { stopReason }));
const system: Voice = { id: 'anila', name: 'Anila', language: 'sq-AL', offline: false, engine: 'system' };
const embedded: Voice = { id: 'espeak:sq', name: 'Dëgjo', language: 'sq', offline: true, engine: 'espeak' };

describe('a voice that gave up says why, and what to do', () => {
  it.each<[SpeechFailure, RegExp]>([
    ['no-voice', /nuk ka zë shqip/],
    ['not-started', /nuk filloi.*«Vazhdo»/],
    ['lost', /u ndërpre.*«Vazhdo»/],
    ['broken', /u ndërpre.*«Vazhdo»/],
    ['network', /internet.*«Vazhdo»/],
    ['no-pack', /Lidhuni me internetin.*«Vazhdo»/],
    ['no-output', /kufjet.*«Vazhdo»/],
    ['nothing-to-say', /asgjë për të lexuar/],
    ['not-allowed', /prekje.*«Vazhdo»/],
    ['interrupted', /program tjetër.*«Vazhdo»/],
  ])('%s', (reason, words) => {
    expect(message(reason === 'interrupted' ? 'paused' : 'failed', reason)).toMatch(words);
  });
});

it('an article that is over says so', () => {
  expect(message('idle', 'ended')).toBe('Artikulli mbaroi.');
});

it.each<[Playback, StopReason | undefined]>([
  ['idle', undefined],
  ['idle', 'stopped'],
  ['paused', 'paused'],
])('a silence that the listener wished (%s, %s) is none to explain', (playback, reason) => {
  expect(message(playback, reason)).toBeUndefined();
});

it.each<Playback>(['loading', 'playing'])('%s, there is no silence to explain, whatever was before', (playback) => {
  expect(message(playback, 'lost')).toBeUndefined();
});

describe('while it reads on', () => {
  it.each<[string, Partial<SessionSnapshot>, RegExp]>([
    [
      'another voice is there',
      { substitution: { failed: system, reason: 'lost' }, voice: embedded },
      /Po lexon zëri i Dëgjos/,
    ],
    [
      'there is no network',
      { substitution: { failed: system, reason: 'network' }, voice: embedded },
      /kërkon internet/,
    ],
    [
      'our own did not come',
      { substitution: { failed: embedded, reason: 'no-pack' }, voice: system },
      /një zë i pajisjes/,
    ],
    ['a sentence is left out', { skipped: [3] }, /u kapërcye/],
  ])('it is told that %s', (_, change, words) => {
    expect(readingNotice(snapshot('playing', change))).toMatch(words);
    expect(readingNotice(snapshot('paused', change))).toBeUndefined();
  });

  it('or before it can, that its voice is coming', () => {
    expect(readingNotice(snapshot('loading', { fetched: 0.4 }))).toMatch(/Po vjen zëri/);
    expect(readingNotice(snapshot('playing', { fetched: 0.4 }))).toBeUndefined();
  });

  it('and nothing else is', () => {
    expect(readingNotice(snapshot('playing', { voice: embedded }))).toBeUndefined();
  });
});
