/** A sentence's place in its block: `[start, end)` in UTF-16 code units, trimmed of white space. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Leads a piece of the spoken text back to the source. */
export interface SpokenSpan {
  /** Where the piece begins in the spoken text, and how long it is, in UTF-16 code units. */
  readonly at: number;
  readonly length: number;
  /** What it stands for in the source sentence: `[start, end)` in UTF-16 code units from the sentence's first. */
  readonly start: number;
  readonly end: number;
}

/** Spoken text and the way back: spans are in order, do not overlap, and cover every spoken word. */
export interface Spoken {
  readonly text: string;
  readonly spans: readonly SpokenSpan[];
}
