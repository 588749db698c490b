/** How the news clip words of scale, with a stop or without, for an expression. */
export const shortScales = 'mij|mil|mln|mio|mld|mlrd|mrd|bln';

/** What is said of a scale. */
export const scaleWord = /^(mijë|[mb]ilionë?|miliardë?)$/;

/** „mln“, „M“, „milion“ → „milionë“, or „milion“ where it is one. */
export function sayScale(written: string, one = false): string {
  if (/^(mij|k)/i.test(written)) return 'mijë';
  const name = /^(mili?a|ml?r|mld|bn|b$)/i.test(written) ? 'miliard' : /^b/.test(written) ? 'bilion' : 'milion';
  return one ? name : `${name}ë`;
}
