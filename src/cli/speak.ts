import { parseArgs } from 'node:util';
import type { Article } from '../articles/article.ts';
import { readText } from '../articles/text-reader.ts';
import { FileTooLong, type AudioFormat } from '../speech/espeak/audio-encoder.ts';
import { NothingToSay, writeAudio, type SavedAudio } from '../speech/espeak/audio-file.ts';
import { record, type Passage, type RecordingOptions } from '../speech/espeak/recording.ts';
import { variants } from '../speech/espeak/variants.ts';
import { FileSink } from './file-sink.ts';
import { loadLexicon } from './load-lexicon.ts';
import { passagesOf } from './passages.ts';
import { printLines } from './print-lines.ts';
import { ProgressBar } from './progress-bar.ts';
import { InputProblem, readInput } from './read-input.ts';
import { untilStopped } from './until-stopped.ts';

const voices = variants.map(({ id }) => id);

const help = `degjo speak [FILE|-] -o OUT.mp3|OUT.wav [--rate 1] [--voice NAME] [--pitch 1] [--lexicon FILE]

Reads Albanian text into an audio file with the embedded voice, eSpeak NG, as the app reads it: headline, paragraphs,
pauses, numbers and abbreviations in words. Title and date go into the file's tags.

  FILE              the text, in UTF-8; from standard input if it is - or left out. Blank lines separate paragraphs
  -o, --output OUT  the file to write; its ending says which kind: .mp3 (48 kbit/s) or .wav (22.05 kHz, 16 bit)
  --rate NUMBER     how fast, 0.5 to 4; the pitch stays
  --voice NAME      ${voices.join(', ')}
  --pitch NUMBER    how high, 0 to 2
  --lexicon FILE    the listener's own words; degjo sentences --help says how they are written
  --help            print this

OUT is written aside and takes its name when it is whole: no half file is left, not by Ctrl-C either. Progress is shown
on standard error where that is a terminal.

Exit status: 0 if all went well, 2 if an option, a file or the text in it is no good or OUT cannot be written: then one
line on standard error says why; 130 after Ctrl-C.`;

/**
 * `degjo speak`: a text as an audio file.
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const values = parseStrictly(args);
    if (values.help) {
      await printLines([help]);
      return 0;
    }
    return await speak(readArguments(values));
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    console.error(`degjo speak: ${error.message}`);
    return 2;
  }
}

async function speak({ file, output, format, lexiconFile, ...options }: Arguments): Promise<number> {
  const lexicon = lexiconFile === undefined ? undefined : await loadLexicon(lexiconFile);
  const article = toArticle(await readInput(file));
  const passages = Array.from(passagesOf(article, lexicon));
  const { signal, release } = untilStopped();
  try {
    const { skipped } = await save(article, passages, output, format, options, signal);
    if (skipped > 0) console.error(`degjo speak: ${skipped} fjali nuk u thanë dot. Sentences not said: ${skipped}.`);
    return 0;
  } catch (error) {
    if (signal.aborted) return 130;
    throw toProblem(error, output);
  } finally {
    release();
  }
}

function toArticle(text: string): Article {
  const article = readText(text);
  if (!('problem' in article)) return article;
  throw article.problem === 'empty'
    ? nothingToSay()
    : new InputProblem(`Teksti është tepër i gjatë. The text is too long: at most ${article.limit} ${article.unit}.`);
}

async function save(
  article: Article,
  passages: readonly Passage[],
  output: string,
  format: AudioFormat,
  options: RecordingOptions,
  signal: AbortSignal,
): Promise<SavedAudio> {
  // Not before it is needed: it takes a moment.
  const { loadEncoder, studio } = await import('../speech/espeak/node/studio.ts');
  const { title, published } = article;
  const encoder = await loadEncoder(format, { title, album: 'Dëgjo', ...(published && { date: published }) });
  const bar = new ProgressBar(passages.map(({ text }) => text.length));
  const sink = await FileSink.create(output);
  try {
    const onTake = (done: number) => bar.show(done);
    const saved = await writeAudio(record(passages, options, studio), encoder, sink, { onTake, signal });
    await sink.close();
    return saved;
  } catch (error) {
    await sink.abort();
    throw error;
  } finally {
    bar.clear();
  }
}

function toProblem(error: unknown, output: string): unknown {
  if (error instanceof NothingToSay) return nothingToSay();
  if (error instanceof FileTooLong) {
    return new InputProblem('Tepër e gjatë për një skedar WAV; provoni MP3. Too long for a WAV file: try MP3.');
  }
  if (!(error instanceof Error) || !('code' in error)) return error;
  return error.code === 'ENOSPC' || error.code === 'EDQUOT'
    ? new InputProblem(`${output}: disku u mbush, skedari nuk u ruajt. The disk is full, nothing was saved.`)
    : new InputProblem(`${output}: nuk u shkrua dot. Could not be written: ${error.message}.`);
}

function nothingToSay(): InputProblem {
  return new InputProblem('Teksti nuk ka asgjë për t’u lexuar. There is nothing to read in the text.');
}

interface Arguments extends RecordingOptions {
  readonly file: string;
  readonly output: string;
  readonly format: AudioFormat;
  readonly lexiconFile: string | undefined;
}

function readArguments({ positionals, output, rate, pitch, voice, lexicon }: Values): Arguments {
  const [file = '-', ...more] = positionals;
  if (more.length > 0) throw new InputProblem('Vetëm një skedar. One FILE only.');
  if (file === '-' && lexicon === '-') {
    throw new InputProblem('Vetëm njëri nga hyrja standarde. Only one of FILE and --lexicon can be standard input.');
  }
  const [, format] = /\.(mp3|wav)$/i.exec(output ?? '') ?? [];
  if (output === undefined || format === undefined) {
    throw new InputProblem('-o duhet të mbarojë me .mp3 ose .wav. -o must name a file that ends in .mp3 or .wav.');
  }
  if (!voices.includes(voice)) {
    throw new InputProblem(`--voice: një nga këta. --voice must be one of these: ${voices.join(', ')}.`);
  }
  return {
    file,
    output,
    format: format.toLowerCase() as AudioFormat,
    lexiconFile: lexicon,
    variant: voice,
    rate: readNumber('--rate', rate, 0.5, 4),
    pitch: readNumber('--pitch', pitch, 0, 2),
  };
}

function readNumber(name: string, text: string, least: number, most: number): number {
  // Albanian writes a comma.
  const value = /^\d*[.,]?\d+$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (value >= least && value <= most) return value;
  throw new InputProblem(`${name}: një numër nga ${least} deri në ${most}. ${name} must be from ${least} to ${most}.`);
}

type Values = ReturnType<typeof parseStrictly>;

function parseStrictly(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        rate: { type: 'string', default: '1' },
        pitch: { type: 'string', default: '1' },
        voice: { type: 'string', default: voices[0] ?? '' },
        lexicon: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { ...values, positionals };
  } catch (error) {
    throw new InputProblem(error instanceof Error ? error.message : String(error));
  }
}
