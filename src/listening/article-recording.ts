import type { Article } from '../articles/article.ts';
import type { AudioFormat } from '../speech/espeak/audio-encoder.ts';
import type { AudioSink } from '../speech/espeak/audio-file.ts';
import type { AudioSaver, SaveOutcome } from '../speech/espeak/audio-saver.ts';
import type { AudioTags } from '../speech/espeak/audio-tags.ts';
import type { RecordingOptions } from '../speech/espeak/recording.ts';
import { embeddedVoices, variantOf } from '../speech/espeak/voices.ts';
import type { ReadingWish } from './listening-session.ts';
import { Reading } from './reading.ts';
import { Script } from './script.ts';
import type { SpokenSentence } from './spoken-sentence.ts';
import { extraPauseOf } from './steps.ts';

/** An article as one audio file: all of it, as the listener hears it from the app's own voice. */
export class ArticleRecording {
  private readonly article: Article;
  private readonly sentences: readonly SpokenSentence[];
  private readonly options: RecordingOptions;
  private readonly saver: AudioSaver;

  private constructor(
    article: Article,
    sentences: readonly SpokenSentence[],
    options: RecordingOptions,
    saver: AudioSaver,
  ) {
    this.article = article;
    this.sentences = sentences;
    this.options = options;
    this.saver = saver;
  }

  /** @param wish where its voice is not one of ours, the default one of ours reads */
  static async of(
    article: Article,
    { voice: id, pitch, rate, lexicon, manner }: Pick<ReadingWish, 'voice' | 'pitch' | 'rate' | 'lexicon' | 'manner'>,
    saver: AudioSaver,
  ): Promise<ArticleRecording> {
    const voice = embeddedVoices.find((ours) => ours.id === id) ?? embeddedVoices[0];
    const reading = new Reading();
    const [script] = await Promise.all([Script.of(article), reading.ready(lexicon)]);
    const sentences = reading.utterances(script, voice, { lexicon, manner });
    const pause = extraPauseOf(manner);
    const options = { variant: variantOf(voice), pitch, rate, ...(pause && { pause }) };
    return new ArticleRecording(article, sentences, options, saver);
  }

  get title(): string {
    return this.article.title;
  }

  get rate(): number {
    return this.options.rate;
  }

  /** About how long it will be, in seconds, and its file, in bytes. */
  get estimate(): ReturnType<AudioSaver['estimate']> {
    const leftOut = new Set(this.sentences.filter(({ isLeftOut }) => isLeftOut).map(({ sentence }) => sentence.block));
    const read = this.article.blocks.filter((_, block) => !leftOut.has(block));
    const characters = read.reduce((sum, { text }) => sum + text.length, 0);
    return this.saver.estimate(characters, this.rate);
  }

  /** @param onProgress called with how much of the article is in the file, 0 to 1 */
  save(
    format: AudioFormat,
    sink: AudioSink,
    { onProgress, signal }: { readonly onProgress: (part: number) => void; readonly signal: AbortSignal },
  ): Promise<SaveOutcome> {
    const options = { ...this.options, format, tags: tagsOf(this.article) };
    const partOf = partsOf(this.sentences);
    return this.saver.save(this.sentences, options, sink, { onProgress: (done) => onProgress(partOf(done)), signal });
  }
}

/**
 * How much of all sentences the first ones are. By characters as they are written: those that are spoken are not known
 * before they are.
 */
function partsOf(sentences: readonly SpokenSentence[]): (count: number) => number {
  const ends: number[] = [];
  let total = 0;
  for (const { sentence } of sentences) ends.push((total += sentence.end - sentence.start));
  return (count) => (ends[count - 1] ?? 0) / total;
}

function tagsOf({ title, source, byline, published }: Article): AudioTags {
  const artist = source ?? byline;
  return {
    title,
    album: 'Dëgjo',
    ...(artist !== undefined && { artist }),
    ...(published !== undefined && { date: published }),
  };
}
