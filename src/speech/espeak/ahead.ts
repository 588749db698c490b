import type { Utterance } from '../engine.ts';
import { pauses } from './pauses.ts';
import { Part } from './playback.ts';
import type { Line } from './protocol.ts';
import type { ScriptTimeline } from './script-timeline.ts';
import type { VoicePack } from './voice-pack.ts';
import type { VoiceWorker } from './voice-worker.ts';

/**
 * Seconds of the parts that follow each other: the first is heard at once, the second gives a slow phone time, the
 * longest is 13 MB and as few seams as that allows.
 */
const lengths = [6, 40, 300] as const;
/** Characters that a second surely takes no more than: enough lines are sent for the longest part. */
const charactersPerSecond = 25;

export interface Reading {
  readonly script: readonly Utterance[];
  readonly variant: string;
  readonly pitch: number;
  readonly timeline: ScriptTimeline;
}

/** Makes the parts of a script ahead of the voice, and keeps the one that plays, the one before and the next. */
export class Ahead {
  readonly #pack: VoicePack;
  readonly #startWorker: (data: ArrayBuffer) => Promise<VoiceWorker>;
  #voice: Promise<VoiceWorker> | undefined;
  #reading: Reading | undefined;
  #parts: Part[] = [];
  #making: { readonly from: number; readonly part: Promise<Part | undefined> } | undefined;

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
    return this.partWith(from) ?? this.make(from).catch(() => undefined);
  }

  /** @returns undefined where something else was asked for meanwhile. Rejects where the voice cannot be had. */
  make(from: number): Promise<Part | undefined> {
    if (this.#making?.from !== from) {
      const part = this.#make(from);
      this.#making = { from, part };
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
    const isNear = ({ from, to }: Part): boolean => from === part.from || from === part.to || to === part.from;
    for (const other of this.#parts) if (!isNear(other)) other.release();
    this.#parts = this.#parts.filter(isNear);
    if (part.to < script.length && !this.partWith(part.to)) this.make(part.to).catch(() => undefined);
  }

  async #make(from: number): Promise<Part | undefined> {
    const reading = this.#reading;
    const voice = await this.#load();
    if (!reading || reading !== this.#reading) return undefined;
    const { script, variant, pitch, timeline } = reading;
    const seconds = this.#lengthOf(from);
    const lines = linesOf(script, from, seconds);
    const answer = await voice.make({ lines, seconds, variant, pitch });
    if (!answer || reading !== this.#reading) return undefined;
    const part = new Part(from, answer);
    this.#parts.push(part);
    for (let index = part.from; index < part.to; index++) {
      const start = part.lineOf(index)?.start;
      if (start === undefined) timeline.learn(index, 0);
      else timeline.learn(index, (startAfter(part, index) ?? part.duration) - start);
    }
    return part;
  }

  /** Longer from part to part, as long as one follows the other. */
  #lengthOf(from: number): number {
    const before = this.#parts.find(({ to }) => to === from);
    if (!before) return lengths[0];
    return before.duration < lengths[1] ? lengths[1] : lengths[2];
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

function startAfter(part: Part, index: number): number | undefined {
  const next = part.sayable(index + 1);
  return next === undefined ? undefined : part.lineOf(next)?.start;
}

/** More than will fit. */
function linesOf(script: readonly Utterance[], from: number, seconds: number): Line[] {
  const lines: Line[] = [];
  for (
    let characters = 0, index = from;
    index < script.length && characters < 2 * seconds * charactersPerSecond;
    index++
  ) {
    const utterance = script[index];
    if (!utterance) break;
    const { text, closes } = utterance;
    lines.push({ text, pause: pauses[closes], closes: closes !== 'sentence' });
    characters += text.length + 1;
  }
  return lines;
}
