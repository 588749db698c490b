import type { ExtraPause, Utterance } from '../engine.ts';
import { pauseAfter } from './pauses.ts';
import { Part } from './playback.ts';
import type { Line } from './protocol.ts';
import type { ScriptTimeline } from './script-timeline.ts';
import type { VoicePack } from './voice-pack.ts';
import type { VoiceWorker } from './voice-worker.ts';

/**
 * Seconds of the parts that follow each other: the first is heard at once, each gives a slow phone the time to make
 * the next, and the longest is 3 MB, which browsers keep several times.
 */
const lengths = [3, 20, 60] as const;
/** Silence before a part that follows another, in milliseconds: it makes up for what the change took. */
export const lead = 250;
/** Characters that a second surely takes no more than: enough lines are sent for the longest part. */
const charactersPerSecond = 25;

export interface Reading {
  readonly script: readonly Utterance[];
  readonly variant: string;
  readonly pitch: number;
  readonly pause: ExtraPause | undefined;
  readonly timeline: ScriptTimeline;
}

/** Where a part begins, and what is said ahead of it. */
interface Beginning {
  readonly from: number;
  readonly announcement?: readonly Utterance[] | undefined;
}

/** Makes the parts of a script ahead of the voice, and keeps the one that plays and the next. */
export class Ahead {
  readonly #pack: VoicePack;
  readonly #startWorker: (data: ArrayBuffer) => Promise<VoiceWorker>;
  #voice: Promise<VoiceWorker> | undefined;
  #reading: Reading | undefined;
  #parts: Part[] = [];
  #making: (Beginning & { readonly part: Promise<Part | undefined> }) | undefined;

  constructor(pack: VoicePack, startWorker: (data: ArrayBuffer) => Promise<VoiceWorker>) {
    this.#pack = pack;
    this.#startWorker = startWorker;
  }

  turnTo(reading: Reading): void {
    for (const part of this.#parts) part.release();
    this.#parts = [];
    this.#making = undefined;
    this.#reading = reading;
  }

  partWith(index: number): Part | undefined {
    return this.#parts.find((part) => part.holds(index));
  }

  /** The same as `make`, but never from the network. */
  async prepare(from: number): Promise<Part | undefined> {
    if (!this.#voice && !(await this.#pack.kept())) return undefined;
    return this.partWith(from) ?? this.make({ from }).catch(() => undefined);
  }

  /** @returns undefined where something else was asked for meanwhile. Rejects where the voice cannot be had. */
  make({ from, announcement }: Beginning): Promise<Part | undefined> {
    if (this.#making?.from !== from || this.#making.announcement !== announcement) {
      const part = this.#make({ from, announcement });
      this.#making = { from, announcement, part };
      const done = (): void => {
        if (this.#making?.part === part) this.#making = undefined;
      };
      part.then(done, done);
    }
    return this.#making.part;
  }

  /** While `part` plays, the next is made; what lies further off is let go. */
  follow(part: Part): void {
    const { script } = this.#reading ?? { script: [] };
    const isNear = ({ from }: Part): boolean => from === part.from || from === part.to;
    for (const other of this.#parts) if (!isNear(other)) other.release();
    this.#parts = this.#parts.filter(isNear);
    if (part.to < script.length && !this.partWith(part.to)) this.make({ from: part.to }).catch(() => undefined);
  }

  async #make({ from, announcement }: Beginning): Promise<Part | undefined> {
    const reading = this.#reading;
    const voice = await this.#load();
    if (!reading || reading !== this.#reading) return undefined;
    const { script, variant, pitch, pause, timeline } = reading;
    const before = this.#parts.find(({ to }) => to === from);
    const seconds = lengthAfter(before);
    const lines = linesOf(script, from, seconds, pause);
    const opening = announcement && { announcement: announcement.map((said) => lineOf(said)) };
    const answer = await voice.make({ lines, lead: before ? lead : 0, seconds, variant, pitch, ...opening });
    if (!answer || reading !== this.#reading) return undefined;
    const part = new Part(from, answer, announcement);
    this.#parts.push(part);
    for (let index = part.from; index < part.to; index++) {
      const start = part.lineOf(index)?.start;
      if (start === undefined) timeline.learn(index, 0);
      else timeline.learn(index, (startAfter(part, index) ?? part.duration) - start);
    }
    return part;
  }

  #load(): Promise<VoiceWorker> {
    this.#voice ??= this.#pack
      .fetch()
      .then(this.#startWorker)
      .catch((error: unknown) => {
        // The next wish is a new try.
        this.#voice = undefined;
        throw error;
      });
    return this.#voice;
  }
}

/** Longer from part to part, as long as one follows the other. */
function lengthAfter(before: Part | undefined): number {
  if (!before) return lengths[0];
  return before.duration < lengths[1] ? lengths[1] : lengths[2];
}

function startAfter(part: Part, index: number): number | undefined {
  const next = part.sayable(index + 1);
  return next === undefined ? undefined : part.lineOf(next)?.start;
}

/** More than will fit. */
function linesOf(script: readonly Utterance[], from: number, seconds: number, pause: ExtraPause | undefined): Line[] {
  const lines: Line[] = [];
  for (
    let characters = 0, index = from;
    index < script.length && characters < 2 * seconds * charactersPerSecond;
    index++
  ) {
    const utterance = script[index];
    if (!utterance) break;
    lines.push(lineOf(utterance, pause));
    characters += utterance.text.length + 1;
  }
  return lines;
}

function lineOf({ text, closes }: Utterance, pause?: ExtraPause): Line {
  return { text, pause: pauseAfter(closes, pause), closes: closes !== 'sentence' };
}
