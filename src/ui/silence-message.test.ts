import { describe, expect, it } from 'vitest';
import type { Playback, SessionSnapshot, StopReason } from '../listening/listening-session.ts';
import type { SpeechFailure } from '../speech/engine.ts';
import { silenceMessage } from './silence-message.ts';

const message = (playback: Playback, stopReason: StopReason | undefined, voice: SessionSnapshot['voice'] = 'present') =>
  silenceMessage({ playback, stopReason, voice, article: undefined, script: undefined, index: 0, rate: 1 });

describe('a voice that gave up says why, and what to do', () => {
  it.each<[SpeechFailure, RegExp]>([
    ['no-voice', /nuk ka zë shqip/],
    ['not-started', /nuk filloi.*«Vazhdo»/],
    ['lost', /u ndërpre.*«Vazhdo»/],
    ['broken', /u ndërpre.*«Vazhdo»/],
    ['network', /internet.*«Vazhdo»/],
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
  expect(message(playback, reason, 'unknown')).toBeUndefined();
});

it('a device without an Albanian voice is told before anybody presses', () => {
  expect(message('idle', undefined, 'absent')).toMatch(/nuk ka zë shqip/);
});

it.each<Playback>(['loading', 'playing'])('%s, there is nothing to say, whatever was before', (playback) => {
  expect(message(playback, 'lost', 'absent')).toBeUndefined();
});
