/** What a worker is asked to say in one breath: an utterance, or a piece of one that is too long. */
export interface Line {
  readonly text: string;
  /** Silence after it, in milliseconds at rate 1. */
  readonly pause: number;
  /** A good place to end a part. */
  readonly closes: boolean;
}

/** A line as sound. Seconds from the beginning of its part, at rate 1. */
export interface SaidLine {
  readonly start: number;
  /** Of the sound; the pause comes after it. */
  readonly end: number;
  readonly words: readonly { readonly at: number; readonly length: number; readonly start: number }[];
}

export interface MakeRequest {
  readonly type: 'make';
  /** The answer carries it back; a newer request ends the work on an older one. */
  readonly id: number;
  /** Silence before the first line, in milliseconds at rate 1. */
  readonly lead: number;
  /** Said first, after a short sound; empty: the sound alone. */
  readonly announcement?: readonly Line[];
  /** More than will fit. */
  readonly lines: readonly Line[];
  /** The part ends with the first line that makes it this long, or a little later where a line closes something. */
  readonly seconds: number;
  readonly variant: string;
  readonly pitch: number;
  /** For recordings; what is played is made at rate 1 and played faster. */
  readonly rate?: number;
}

export type WorkerRequest = { readonly type: 'load'; readonly data: ArrayBuffer } | MakeRequest;

export interface PartAnswer {
  readonly type: 'part';
  readonly id: number;
  /** A WAV file, handed over: a Blob would be kept in the worker until it collects its garbage, which may be never. */
  readonly wav: ArrayBuffer;
  /** For each line that is in it, in order; undefined for one that could not be said. */
  readonly lines: readonly (SaidLine | undefined)[];
  /** Its length in seconds. */
  readonly duration: number;
  /** What the synthesis took, in milliseconds. */
  readonly spent: number;
}

export type WorkerAnswer = { readonly type: 'loaded' } | { readonly type: 'broken'; readonly why: string } | PartAnswer;
