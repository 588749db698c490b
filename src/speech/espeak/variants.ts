/** One of the embedded voice's ways to sound. */
export interface Variant {
  readonly id: string;
  /** What eSpeak NG calls it: a file of `voices/!v`; undefined for the voice as it is. */
  readonly file: string | undefined;
}

/** Those that are packed, the default first. `f2` and `steph` are women, `quincy` is a deep man. */
export const variants: readonly Variant[] = [
  { id: 'standard', file: undefined },
  { id: 'max', file: 'max' },
  { id: 'quincy', file: 'quincy' },
  { id: 'f2', file: 'f2' },
  { id: 'steph', file: 'steph' },
];
