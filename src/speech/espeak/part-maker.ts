import { chime } from './chime.ts';
import { letGo } from './let-go.ts';
import type { MakeRequest, PartAnswer, SaidLine } from './protocol.ts';
import { sampleRate, type Clip } from './synthesiser.ts';
import { silence, wavBytes } from './wav.ts';

/** How much longer a part may get to end where something closes. */
const patience = 1.25;
/** Silence after the sound that goes ahead of an announcement, in milliseconds. */
const afterChime = 200;

export interface PartMakerTools {
  /** Undefined: it could not be said. */
  readonly synthesise: (text: string, options: MakeRequest) => Promise<Clip | undefined>;
  /** Lets messages in. */
  readonly breathe: () => Promise<void>;
  /** Is this request still wanted? */
  readonly isWanted: () => boolean;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Says lines until the part is long enough. @returns undefined where it was not wanted to its end */
export async function makePart(request: MakeRequest, tools: PartMakerTools): Promise<PartAnswer | undefined> {
  const began = tools.now();
  const sound: Int16Array[] = [];
  const lines: (SaidLine | undefined)[] = [];
  let samples = 0;
  const add = (more: Int16Array) => {
    sound.push(more);
    samples += more.length;
  };
  add(silence(request.lead));
  if (request.announcement) {
    add(chime());
    add(silence(afterChime));
    for (const { text, pause } of request.announcement) {
      const clip = await tools.synthesise(text, request);
      if (clip) [clip.samples, silence(pause)].forEach(add);
    }
  }
  for (const line of request.lines) {
    if (lines.length > 0) await tools.breathe();
    if (!tools.isWanted()) return undefined;
    const clip = line.text === '' ? undefined : await tools.synthesise(line.text, request);
    lines.push(clip && placed(clip, samples));
    if (clip) {
      add(clip.samples);
      add(silence(line.pause));
    }
    const seconds = samples / sampleRate;
    if (seconds >= request.seconds * patience || (seconds >= request.seconds && line.closes)) break;
  }
  const wav = wavBytes(sound).buffer;
  for (const { buffer } of sound) letGo(buffer);
  return {
    type: 'part',
    id: request.id,
    wav,
    lines,
    duration: samples / sampleRate,
    spent: tools.now() - began,
  };
}

function placed({ samples, words }: Clip, from: number): SaidLine {
  return {
    start: from / sampleRate,
    end: (from + samples.length) / sampleRate,
    words: words.map(({ at, length, sample }) => ({ at, length, start: (from + sample) / sampleRate })),
  };
}
