import type { Utterance } from '../engine.ts';
import { linesFrom, type ScriptLine } from './lines.ts';
import type { SaidLine } from './protocol.ts';
import { ScriptTimeline } from './script-timeline.ts';
import type { VoiceWorker } from './voice-worker.ts';

/** Silence at the head of a part that follows another: longer than any pause, so that the pause can be made there. */
export const lead = 1;
/** Seconds of the first part at rate 1: soon made, long enough to make the next meanwhile. */
const firstSeconds = 4;
const longestSeconds = 300;
const shortestSeconds = 15;
/** More than the voice says in a second. */
const charactersPerSecond = 25;

export interface PartLine extends ScriptLine {
  /** Undefined: it could not be said. */
  readonly said: SaidLine | undefined;
}

/** A stretch of the script as sound. */
export interface Part {
  readonly url: string;
  /** In the order of the script. */
  readonly lines: readonly PartLine[];
  readonly duration: number;
  readonly begins: Place;
  /** Where the next part begins. */
  readonly next: Place;
}

/** An utterance, and how many of its lines are said already. */
interface Place {
  readonly index: number;
  readonly skip: number;
}

export type ObjectUrls = Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;

/** A script in one voice: the part that is heard and the one after it, never more. */
export class Reel {
  readonly script: readonly Utterance[];
  readonly variant: string;
  readonly pitch: number;
  readonly timeline: ScriptTimeline;
  readonly #worker: VoiceWorker;
  readonly #urls: ObjectUrls;
  #parts: readonly Part[] = [];
  #cueing: { readonly from: number; readonly part: Promise<Part | undefined> } | undefined;
  #following: Promise<Part | undefined> | undefined;
  /** Seconds of speech that are made in a second: learnt from the parts. */
  #speed = 10;

  constructor(script: readonly Utterance[], variant: string, pitch: number, worker: VoiceWorker, urls: ObjectUrls) {
    this.script = script;
    this.variant = variant;
    this.pitch = pitch;
    this.timeline = new ScriptTimeline(script);
    this.#worker = worker;
    this.#urls = urls;
  }

  /** Where an utterance, or the first after it that can be said, stands in the parts that are here. */
  find(index: number): { readonly part: Part; readonly at: number } | undefined {
    for (const part of this.#parts) {
      const { begins } = part;
      if (begins.index > index || (begins.index === index && begins.skip > 0)) continue;
      const line = part.lines.find((candidate) => candidate.index >= index && candidate.said);
      if (line?.said) return { part, at: line.said.start };
    }
    return undefined;
  }

  /** Makes the part that begins with an utterance; what was here goes. Shared by those who ask for the same. */
  cue(from: number, rate: number): Promise<Part | undefined> {
    if (this.#cueing?.from === from) return this.#cueing.part;
    this.#drop();
    const part = this.#make(from, 0, firstSeconds * rate, 0).finally(() => {
      if (this.#cueing?.part === part) this.#cueing = undefined;
    });
    this.#cueing = { from, part };
    return part;
  }

  /** The part after this one, if it is here. */
  after(part: Part): Part | undefined {
    const at = this.#parts.indexOf(part);
    return at < 0 ? undefined : this.#parts[at + 1];
  }

  /**
   * The part after the one that is heard, made if need be.
   *
   * @param seconds the time there is to make it
   * @returns undefined where there is none
   */
  follow(heard: Part, seconds: number): Promise<Part | undefined> {
    const next = this.after(heard);
    if (next) return Promise.resolve(next);
    if (heard !== this.#parts[0] || heard.next.index >= this.script.length) return Promise.resolve(undefined);
    // Half the time is kept for a device that gets slower.
    const length = Math.min(longestSeconds, Math.max(shortestSeconds, (this.#speed * seconds) / 2));
    if (this.#following) return this.#following;
    const part = this.#make(heard.next.index, heard.next.skip, length, lead).finally(() => {
      if (this.#following === part) this.#following = undefined;
    });
    return (this.#following = part);
  }

  /** This part is heard from now on; what came before it goes. */
  hear(part: Part): void {
    const at = this.#parts.indexOf(part);
    if (at <= 0) return;
    for (const { url } of this.#parts.slice(0, at)) this.#urls.revokeObjectURL(url);
    this.#parts = this.#parts.slice(at);
  }

  close(): void {
    this.#drop();
  }

  #drop(): void {
    for (const { url } of this.#parts) this.#urls.revokeObjectURL(url);
    this.#parts = [];
    this.#cueing = undefined;
    this.#following = undefined;
  }

  /** A part with something to hear, or the silent rest of the script. @returns undefined where it is not wanted any more */
  async #make(index: number, skip: number, seconds: number, silence: number): Promise<Part | undefined> {
    const before = this.#parts;
    const unsaid: PartLine[] = [];
    const begins: Place = { index, skip };
    let place = begins;
    for (;;) {
      const lines = linesFrom(this.script, place.index, place.skip, seconds * charactersPerSecond);
      const { variant, pitch } = this;
      const made = await this.#worker.make({ lines, lead: silence * 1000, seconds, variant, pitch });
      if (!made || this.#parts !== before) return undefined;
      const said = lines.slice(0, made.lines.length).map((line, at) => ({ ...line, said: made.lines[at] }));
      place = after(said.at(-1), this.script);
      if (said.some((line) => line.said)) this.#speed = made.duration / Math.max(0.001, made.spent / 1000);
      else if (place.index < this.script.length) {
        unsaid.push(...said);
        continue;
      }
      const part: Part = {
        url: this.#urls.createObjectURL(made.wav),
        lines: [...unsaid, ...said],
        duration: made.duration,
        begins,
        next: place,
      };
      this.#parts = [...before, part];
      this.#measure(part);
      return part;
    }
  }

  /** Utterances that are in the part as a whole have their exact time. */
  #measure({ lines }: Part): void {
    for (const first of lines) {
      const all = lines.filter(({ index }) => index === first.index);
      const last = all.at(-1);
      if (first.piece > 0 || !last?.last) continue;
      const [begins, ends] = [all.find(({ said }) => said)?.said, all.findLast(({ said }) => said)?.said];
      if (begins && ends) this.timeline.set(first.index, ends.end - begins.start, last.pause / 1000);
      else this.timeline.set(first.index, 0, 0);
    }
  }
}

function after(line: PartLine | undefined, script: readonly Utterance[]): Place {
  if (!line) return { index: script.length, skip: 0 };
  return line.last ? { index: line.index + 1, skip: 0 } : { index: line.index, skip: line.piece + 1 };
}
