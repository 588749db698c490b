/** About what a change of file takes, in seconds: 0.04 to 0.13 in Chromium on an old server. */
export const changeTime = 0.085;
/** Seconds of a new file after which its clock is to be believed: Chromium's leaps ahead at first, and then waits. */
export const settled = 0.08;
/**
 * Seconds of sound that are on their way to the ear already when the rate is changed, and when it is changed back;
 * measured in Chromium, where a word that was reached too soon was shorter by as much.
 */
const underway = 0.085;
/** The last seconds of a silence pass at the rate of the speech, so that no word is touched. */
const last = 0.02;
/** Seconds: how far from its moment a sound may begin. Nobody hears that, and a change of rate is not for nothing. */
const tolerance = 0.004;
/** How much slower or faster than the speech a silence may pass: where a timer is late, a word begins like that. */
const slowest = 0.5;
const fastest = 2;

export interface Stretch {
  /** That the silence passes at, once what is underway is heard. */
  readonly rate: number;
  /** After so many seconds it is changed back. */
  readonly seconds: number;
}

/**
 * How the silence before a part's first sound is made to end in time.
 *
 * @param silence what is left of it, in seconds of the file
 * @param wanted the seconds that it is meant to take; below 0 where it should be over
 * @param rate of the speech
 * @returns undefined where nothing is to be done, or can be
 */
export function stretchSilence(silence: number, wanted: number, rate: number): Stretch | undefined {
  if (Math.abs(silence / rate - wanted) < tolerance) return undefined;
  const free = silence - (underway + last) * rate;
  const time = wanted - underway - last;
  if (free <= 0) return undefined;
  const most = fastest * rate;
  const stretched = time > free / most ? Math.max(free / time, slowest * rate) : most;
  return { rate: stretched, seconds: free / stretched };
}
