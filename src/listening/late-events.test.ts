// The session over the engine that browsers get, on a platform whose events come late.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import {
  FakeSpeechSynthesis,
  fakePlatform,
  fakeVoice,
  type Defects,
} from '../speech/web-speech/fake-speech-synthesis.ts';
import { cutAtBlanks } from '../speech/web-speech/listen.ts';
import { WebSpeechEngine } from '../speech/web-speech/web-speech-engine.ts';
import { ListeningSession } from './listening-session.ts';
import { plainWish } from './plain-wish.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const later = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const other = inventedArticle({ id: 'moti', title: 'Moti nesër' });

/** A session whose voice is in the middle of the second sentence. */
async function listening(defects: Partial<Defects>) {
  const synthesis = new FakeSpeechSynthesis([fakeVoice('Ilir', 'sq-AL')], defects);
  const session = new ListeningSession(new WebSpeechEngine(fakePlatform(synthesis), cutAtBlanks), plainWish);
  const opened = session.open(inventedArticle());
  await later(1000);
  await opened;
  session.play(1);
  await later(500);
  expect(session.snapshot.playback).toBe('playing');
  return { synthesis, session };
}

const heard = ({ heard: all }: FakeSpeechSynthesis) => all.map(({ text }) => text);
const second = 'Ura mbi lumë hapet nesër.';

it.each<[string, Partial<Defects>]>([
  ['an end', { cancelFires: 'end', cancelTakes: 600 }],
  ['an error', { cancelFires: 'interrupted', cancelTakes: 600 }],
])('%s that comes long after the pause moves nothing on', async (_, defects) => {
  const { session, synthesis } = await listening(defects);
  session.pause();
  await later(60_000);
  expect(session.snapshot).toMatchObject({ playback: 'paused', stopReason: 'paused', index: 1 });
  expect(heard(synthesis)).toEqual([second]);
  session.play();
  await later(500);
  expect(heard(synthesis)).toEqual([second, second]);
});

it.each<[string, Partial<Defects>]>([
  ['an end', { cancelFires: 'end', cancelTakes: 600 }],
  ['an error', { cancelFires: 'interrupted', cancelTakes: 600 }],
])('%s of an old article neither resumes it nor moves the new one', async (_, defects) => {
  const { session, synthesis } = await listening(defects);
  const opened = session.open(other);
  await later(0);
  await opened;
  await later(60_000);
  expect(session.snapshot).toMatchObject({ article: other, playback: 'idle', index: 0 });
  expect(heard(synthesis)).toEqual([second]);
  session.play();
  await later(500);
  expect(heard(synthesis)).toEqual([second, 'Moti nesër']);
});
