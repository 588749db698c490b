import { isLetter, isSpace } from './characters.ts';

/**
 * If the character at `at` is the colon of `https://`, the first letter of `www.` or the sign of an e-mail address:
 * the end of that address, without the stop of the sentence. Else just behind `at`.
 */
export function skipAddress(text: string, at: number): number {
  if (!isInAddress(text, at)) return at + 1;
  let end = at + 1;
  while (end < text.length && !endsAddress(text, end)) end++;
  while (end > at + 1 && ".,;:!?…'’".includes(text.charAt(end - 1))) end--;
  return end;
}

function isInAddress(text: string, at: number): boolean {
  switch (text.charAt(at)) {
    case ':':
      return text.startsWith('//', at + 1);
    case '@':
      return isLetter(text.charCodeAt(at + 1));
    default:
      return (text.startsWith('ww.', at + 1) || text.startsWith('WW.', at + 1)) && !isLetter(text.charCodeAt(at - 1));
  }
}

function endsAddress(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at)) || '"“”„«»<>()[]{}'.includes(text.charAt(at));
}
