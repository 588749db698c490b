import { beforeEach, expect, it } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import type { SpeechEngine, SpeechEventMap } from '../speech/engine.ts';
import { ListeningSession } from './listening-session.ts';
import { MediaControls, type MediaSessionLike } from './media-controls.ts';
import { plainWish } from './plain-wish.ts';

class SilentEngine extends EventTarget implements SpeechEngine {
  readonly listed = [{ id: 'espeak:sq', name: 'Dëgjo', language: 'sq', offline: true, engine: 'espeak' } as const];
  readonly timeline = {
    duration: 50,
    secondsOf: (index: number) => index * 10,
    indexAt: (s: number) => Math.floor(s / 10),
  };
  spoken: number[] = [];
  voices = () => Promise.resolve(this.listed);
  prepare = () => undefined;
  setRate = () => true;
  setVolume = () => true;
  stop = () => undefined;
  speak(_: unknown, from: number): void {
    this.spoken.push(from);
    this.report('sentence', { index: from });
  }
  report<K extends keyof SpeechEventMap>(type: K, detail: SpeechEventMap[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

let engine: SilentEngine;
let session: ListeningSession;
let media: MediaSessionLike;
let positions: unknown[];
/** Has the queue another article? */
let hasTracks: boolean;
let tracks: string[];
let press: (action: MediaSessionAction, details?: Partial<MediaSessionActionDetails>) => void;

beforeEach(async () => {
  engine = new SilentEngine();
  session = new ListeningSession(engine, plainWish);
  positions = [];
  hasTracks = false;
  tracks = [];
  const track = (name: string) => () => {
    if (hasTracks) tracks.push(name);
    return hasTracks;
  };
  const handlers = new Map<MediaSessionAction, MediaSessionActionHandler>();
  media = {
    metadata: null,
    playbackState: 'none',
    setActionHandler(action, handler) {
      // As an older browser does.
      if (action === 'stop') throw new TypeError('unknown action');
      if (handler) handlers.set(action, handler);
    },
    setPositionState: (state) => positions.push(state),
  };
  press = (action, details = {}) => handlers.get(action)?.({ action, ...details });
  const Metadata = function (init: MediaMetadataInit) {
    return init;
  } as unknown as new (init: MediaMetadataInit) => MediaMetadata;
  new MediaControls(
    session,
    { skip: track('skip'), back: track('back') },
    { mediaSession: media, Metadata, artwork: [{ src: 'icon.png' }] },
  );
  await session.open(inventedArticle({ source: 'Gazeta e lagjes' }));
});

it('shows what is read, and whether it plays', () => {
  expect(media.metadata).toMatchObject({
    title: 'Ura e re hapet nesër',
    artist: 'Gazeta e lagjes',
    artwork: [{ src: 'icon.png' }],
  });
  expect(media.playbackState).toBe('none');
  session.play();
  expect(media.playbackState).toBe('playing');
  session.pause();
  expect(media.playbackState).toBe('paused');
  session.close();
  expect(media.metadata).toBeNull();
});

it('plays, pauses and moves by a sentence', () => {
  press('play');
  expect(session.isPlaying).toBe(true);
  press('nexttrack');
  press('seekforward');
  press('previoustrack');
  press('seekbackward');
  expect(engine.spoken).toEqual([0, 1, 2, 1, 0]);
  press('pause');
  press('pause');
  expect(session.snapshot.playback).toBe('paused');
});

it('moves by an article while the queue has one; the seeks go by a sentence', () => {
  press('play');
  hasTracks = true;
  press('nexttrack');
  press('previoustrack');
  expect(tracks).toEqual(['skip', 'back']);
  expect(engine.spoken).toEqual([0]);
  press('seekforward');
  expect(engine.spoken).toEqual([0, 1]);
});

it('shows what was opened before it was there', () => {
  media.metadata = null;
  const Metadata = function (init: MediaMetadataInit) {
    return init;
  } as unknown as new (init: MediaMetadataInit) => MediaMetadata;
  new MediaControls(session, { skip: () => false, back: () => false }, { mediaSession: media, Metadata, artwork: [] });
  expect(media.metadata).toMatchObject({ title: 'Ura e re hapet nesër' });
});

it('seeks to the sentence of a moment', () => {
  press('play');
  press('seekto', { seekTime: 41 });
  press('seekto');
  expect(engine.spoken).toEqual([0, 4]);
});

it('tells the position with the rate, never behind the end', () => {
  session.setRate(2);
  engine.report('progress', { seconds: 51, duration: 50 });
  expect(positions).toEqual([{ duration: 50, position: 50, playbackRate: 2 }]);
});
