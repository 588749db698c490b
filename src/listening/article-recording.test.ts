import { describe, expect, it } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import type { AudioSaver, SaveOptions } from '../speech/espeak/audio-saver.ts';
import type { Passage } from '../speech/espeak/recording.ts';
import { ArticleRecording } from './article-recording.ts';
import { plainWish } from './plain-wish.ts';

/** Says what it was asked to save; each passage is in the file at once. */
class FakeSaver implements Pick<AudioSaver, 'estimate' | 'save'> {
  asked: { passages: readonly Passage[]; options: SaveOptions } | undefined;

  estimate(characters: number, rate: number) {
    return { seconds: characters / rate, bytes: { mp3: 1, wav: 2 } };
  }
  save(...[passages, options, , { onProgress } = {}]: Parameters<AudioSaver['save']>) {
    this.asked = { passages, options };
    for (const index of passages.keys()) onProgress?.(index + 1);
    return Promise.resolve({ outcome: 'saved' as const, seconds: 1, skipped: 0 });
  }
}

async function saved(wish = plainWish, article = inventedArticle()) {
  const saver = new FakeSaver();
  const recording = await ArticleRecording.of(article, wish, saver as unknown as AudioSaver);
  const parts: number[] = [];
  const sink = {} as Parameters<AudioSaver['save']>[2];
  await recording.save('mp3', sink, {
    onProgress: (part) => parts.push(part),
    signal: new AbortController().signal,
  });
  return { recording, parts, ...saver.asked };
}

describe('an article that is saved', () => {
  it('is read whole, headline first, with the pauses of a reader', async () => {
    const { passages = [] } = await saved();
    expect(passages.map(({ text, closes }) => [text, closes])).toEqual([
      ['Ura e re hapet nesër', 'heading'],
      ['Ura mbi lumë hapet nesër.', 'sentence'],
      ['Kalimi është falas.', 'paragraph'],
      ['Banorët prisnin prej dy vjetësh.', 'sentence'],
      ['Tani rruga shkurtohet shumë.', 'paragraph'],
    ]);
  });

  it('is read in the voice, pitch, speed and words that the listener chose', async () => {
    const wish = { ...plainWish, voice: 'espeak:f2', pitch: 1.2, rate: 2, lexicon: 'Ura = Urëza' };
    const { options, passages, recording } = await saved(wish);
    expect(options).toMatchObject({ variant: 'f2', pitch: 1.2, rate: 2, format: 'mp3' });
    expect(passages?.[0]?.text).toBe('Urëza e re hapet nesër');
    expect(recording.rate).toBe(2);
    expect(recording.estimate.seconds).toBe(126 / 2);
  });

  it('is read in our default voice by whoever listens to another', async () => {
    expect((await saved({ ...plainWish, voice: 'com.apple.voice' })).options?.variant).toBe('standard');
    expect((await saved()).options?.variant).toBe('standard');
  });

  it('is saved all the same where the listener’s words cannot be read', async () => {
    const { passages } = await saved({ ...plainWish, lexicon: 'Ura' });
    expect(passages?.[0]?.text).toBe('Ura e re hapet nesër');
  });

  it('carries title, source and date; the author where there is no source', async () => {
    const article = inventedArticle({ source: 'Gazeta', byline: 'Ana', published: '2026-05' });
    expect((await saved(plainWish, article)).options?.tags).toEqual({
      title: 'Ura e re hapet nesër',
      album: 'Dëgjo',
      artist: 'Gazeta',
      date: '2026-05',
    });
    expect((await saved(plainWish, inventedArticle({ byline: 'Ana' }))).options?.tags.artist).toBe('Ana');
  });

  it('comes to its end by the length of its sentences', async () => {
    const { parts } = await saved();
    expect(parts.map((part) => Math.round(part * 100))).toEqual([16, 36, 52, 77, 100]);
  });
});
