import { isSpace, pictures, quotationMarks, skip, sticky } from '../characters.ts';
import { endsAtMissingSpace, nameEnd } from './missing-space.ts';
import { opensSentence } from './opening-words.ts';
import { isAge, startsWithDigit, type Place } from './place.ts';
import { abbreviationBefore, endsAtPoint, wholeWord } from './point.ts';
import type { Stop } from './stop.ts';

/**
 * What opens the word that follows a stop: quotation marks, brackets, dashes, a currency sign. „“…dhe kjo“: a quotation
 * may begin with an omission.
 */
const openings = sticky`([\s${quotationMarks}([{–—―\-•·*¿¡#@$€£+−±</|_§→\p{So}${pictures}]|,,)*((?<=["“„«‘'(])(\.{3}|…))?`;

/**
 * Where the sentence ends if the stop ends it; else `undefined`. The end is not trimmed.
 *
 * @param start where the sentence begins
 * @param firstWord where its first letter or digit stands
 */
export function sentenceEnd(text: string, stop: Stop, start: number, firstWord: number): number | undefined {
  const { start: at, end, marks, closed } = stop;
  // „…“ at the start, and remarks such as „(!)“ and „[…]“, end nothing.
  if (at <= firstWord || '(['.includes(text.charAt(at - 1))) return undefined;
  const next = skip(openings, text, end);
  const after = text.slice(next, next + 24);
  if (!/^[\p{L}\p{Nd}]/u.test(after)) return undefined;
  const from = Math.max(firstWord, at - 32);
  const before = (from === firstWord ? '\n' : '') + text.slice(from, at);
  const place: Place = { marks, closed, before, after };
  const opening = text.slice(end, next);
  if (/^\p{Ll}/u.test(after) && !beginsSmall(place, opening)) return undefined;
  if (!isSpace(text, end) && !endsAtMissingSpace(place, opening.slice(0, 2))) return undefined;
  if (closed === '.') return end;
  const bracketed = text.charAt(start) === '(';
  if (marks !== '.') return endsAtMark(place, bracketed) ? end : undefined;
  // „te sh.p.k. “Alba”“
  if (/sh\.?(p\.?k|a)$/i.test(before) && /["“„«]/.test(opening) && !opensSentence(after)) return undefined;
  const point = listPoint(text, firstWord, before, at);
  if (point !== undefined) return point || undefined;
  return endsAtPoint(place, bracketed) ? end : undefined;
}

/**
 * A small letter begins a sentence in a brand, in a quotation or bracket of its own, and where a writer was careless.
 *
 * @param opening what stands between the stop and the small letter
 */
function beginsSmall({ marks, closed, before, after }: Place, opening: string): boolean {
  // „iPhone“, „e-Albania“, and „b) …“ in a list.
  if (/^(\p{Ll}{1,6}\p{Lu}|\p{Ll}-\p{Lu}|\p{Ll}\) )/u.test(after)) return !/\p{Nd}$/u.test(before);
  if (marks !== '.' || closed || abbreviationBefore(before)) return false;
  if (!/$(?<=[^\p{L}.](?=\p{L}*[aeiouyë])\p{L}{3,})/iu.test(before)) return false;
  return (wholeWord.test(before) && !nameEnd.test(after)) || /["“„‟‘‚‛«‹'([{#@/…]$/.test(opening);
}

/** After „!“, „?“ and „…“. */
function endsAtMark({ marks, closed, after }: Place, bracketed: boolean): boolean {
  // A question in brackets is a remark inside its sentence.
  if (closed === ')' && !bracketed) return opensSentence(after);
  // „rreth… 5 vetë“ is a hesitation; „… 44-vjeçari“ begins anew.
  return closed !== '' || /[^.…]/.test(marks) || !startsWithDigit(after) || isAge(after);
}

/**
 * „1. Tirana 2. Durrësi“: the sentence ends before the number of the next point of its list. „Renditja: 1. Tirana,
 * 2. Durrësi“ goes on: 0.
 */
function listPoint(text: string, firstWord: number, before: string, at: number): number | undefined {
  const number = /\s(\d{1,3})$/.exec(before)?.[1];
  if (!number) return undefined;
  const last = String(Number(number) - 1);
  if (['. ', ') '].some((mark) => text.startsWith(last + mark, firstWord))) return at - number.length;
  return text.slice(Math.max(firstWord, at - longestPoint), at).includes(` ${last}. `) ? 0 : undefined;
}

/** In UTF-16 units, from the number of a point to the next. */
const longestPoint = 160;
