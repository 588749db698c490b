import { stat } from 'node:fs/promises';
import type { Article } from '../../articles/article.ts';
import { stableHash } from '../../articles/hash.ts';
import { splitSentences } from '../../language/index.ts';
import { NothingToSay, writeAudio } from '../../speech/espeak/audio-file.ts';
import { record, type Take } from '../../speech/espeak/recording.ts';
import { variants } from '../../speech/espeak/variants.ts';
import { sampleRate } from '../../speech/espeak/wav.ts';
import { FileSink } from '../file-sink.ts';
import { passagesOf } from '../passages.ts';
import type { Episode } from './edition-file.ts';
import type { Folder } from './folder.ts';

export const audioRoom = 'audio';

/**
 * Reads an article into an MP3 file of the folder, with its headings as chapters beside it. Its name is that of what is
 * said: an article that changed gets another file.
 *
 * @returns undefined where there is nothing to say
 * @throws what the signal is aborted with
 */
export async function makeEpisode(
  article: Article,
  { folder, album, signal }: { readonly folder: Folder; readonly album: string; readonly signal: AbortSignal },
): Promise<Episode | undefined> {
  // Not before it is needed: it takes a moment.
  const { loadEncoder, studio } = await import('../../speech/espeak/node/studio.ts');
  const passages = [...passagesOf(article)];
  const name = `${audioRoom}/${stableHash(`${article.id}\n${passages.map(({ text }) => text).join('\n')}`)}`;
  const { title, source, published } = article;
  const encoder = await loadEncoder('mp3', {
    ...{ title, album },
    ...(source !== undefined && { artist: source }),
    ...(published !== undefined && { date: published }),
  });
  const file = `${name}.mp3`;
  const sink = await FileSink.create(folder.pathOf(file));
  const starts: number[] = [];
  try {
    const takes = record(passages, { variant: variants[0]?.id ?? '', pitch: 1, rate: 1 }, studio);
    const { seconds } = await writeAudio(noting(takes, starts), encoder, sink, { signal });
    await sink.close();
    folder.changes++;
    const { size } = await stat(folder.pathOf(file));
    const chapters = await writeChapters(`${name}.json`, article, starts, folder);
    return { file, bytes: size, seconds: Math.round(seconds * 10) / 10, ...(chapters !== undefined && { chapters }) };
  } catch (error) {
    await sink.abort();
    if (error instanceof NothingToSay) return undefined;
    throw error;
  }
}

/** Notes at which second each passage begins. */
async function* noting(takes: AsyncIterable<Take>, starts: number[]): AsyncGenerator<Take> {
  let samples = 0;
  for await (const take of takes) {
    starts.push(samples / sampleRate);
    samples += take.samples.length;
    yield take;
  }
}

/** Of an article with one heading at most there is nothing to choose from. */
async function writeChapters(
  name: string,
  { title, blocks }: Article,
  starts: readonly number[],
  folder: Folder,
): Promise<string | undefined> {
  const chapters: { startTime: number; title: string }[] = [];
  let passage = 0;
  for (const [index, { kind, text }] of blocks.entries()) {
    const startTime = Math.round((starts[passage] ?? 0) * 10) / 10;
    if (kind === 'heading' || index === 0) chapters.push({ startTime, title: kind === 'heading' ? text : title });
    passage += splitSentences(text).length;
  }
  if (chapters.length < 2) return undefined;
  await folder.write(name, `${JSON.stringify({ version: '1.2.0', chapters }, null, 1)}\n`);
  return name;
}
