import { isSpace, pictures, quotationMarks, skip } from '../characters.ts';
import { topDomains } from '../sites-and-files.ts';
import { endsAtMissingSpace } from './missing-space.ts';
import { digitFirst, digitLast, isAge, opens, type Place } from './place.ts';
import { abbreviationBefore, endsAtPoint } from './point.ts';
import type { Stop } from './stop.ts';

/**
 * What opens the word that follows a stop: quotation marks, brackets, dashes, a currency sign. „“…dhe kjo“: a quotation
 * may begin with an omission.
 */
const openings = new RegExp(
  `(?:[\\s${quotationMarks}([{–—―\\-•·*¿¡#@$€£+−±</|_§${pictures}]|,,)*(?:(?<=["“„«‘'(])(?:\\.{3}|…))?`,
  'uy',
);

/** What the rules know of the sentence that a stop may end. */
export interface OpenSentence {
  readonly start: number;
  /** Where its first letter or digit stands. */
  readonly firstWord: number;
}

/** Where the sentence ends if the stop ends it; else `undefined`. The end is not trimmed. */
export function sentenceEnd(text: string, stop: Stop, { start, firstWord }: OpenSentence): number | undefined {
  // „…“ at the start, and remarks such as „(!)“ and „[…]“, end nothing.
  if (stop.start <= firstWord || '(['.includes(text.charAt(stop.start - 1))) return undefined;
  const next = skip(openings, text, stop.end);
  const after = text.slice(next, next + 24);
  if (!/^[\p{L}\p{Nd}]/u.test(after)) return undefined;
  const from = Math.max(firstWord, stop.start - 32);
  const place: Place = {
    stop,
    before: (from === firstWord ? '\n' : '') + text.slice(from, stop.start),
    after,
    opened: next > stop.end && '"“„‟‘‚‛«‹\'([{#@/…'.includes(text.charAt(next - 1)),
    bracketed: text.charAt(start) === '(',
  };
  if (/^\p{Ll}/u.test(after) && !beginsSmall(place)) return undefined;
  const touching = text.slice(stop.end, Math.min(next, stop.end + 2));
  if (!isSpace(text, stop.end) && !endsAtMissingSpace(place, touching)) return undefined;
  if (stop.final) return stop.end;
  if (stop.kind !== 'point') return endsAtMark(place) ? stop.end : undefined;
  return listPoint(text, firstWord, place) ?? (endsAtPoint(place) ? stop.end : undefined);
}

const siteEnd = new RegExp(`^(?:${topDomains})\\b`);

/** A small letter begins a sentence in a brand, in a quotation or bracket of its own, and where a writer was careless. */
function beginsSmall({ stop, opened, before, after }: Place): boolean {
  // „iPhone“, „e-Albania“, and „b) …“ in a list.
  if (/^(?:\p{Ll}{1,6}\p{Lu}|\p{Ll}-\p{Lu}|\p{Ll}\) )/u.test(after)) return !digitLast.test(before);
  if (stop.kind !== 'point' || stop.final || stop.closed || abbreviationBefore(before)) return false;
  if (!/$(?<=[^\p{L}.](?=\p{L}*[aeiouyë])\p{L}{3,})/iu.test(before)) return false;
  // Albanian clips words behind a consonant, so a word that ends in a vowel is whole.
  return opened || (/$(?<=\p{L}{3}[aeiouyë])/iu.test(before) && !siteEnd.test(after));
}

/** After „!“, „?“ and „…“. */
function endsAtMark(place: Place): boolean {
  const { stop, after, bracketed } = place;
  // A question in brackets is a remark inside its sentence.
  if (stop.closed === 'bracket' && !bracketed) return opens(place);
  // „rreth… 5 vetë“ is a hesitation; „… 44-vjeçari“ begins anew.
  return stop.kind === 'shout' || !digitFirst.test(after) || stop.closed !== undefined || isAge(after);
}

/** „1. Tirana 2. Durrësi“: the sentence ends before the number of the next point of its list. */
function listPoint(text: string, firstWord: number, { stop, before }: Place): number | undefined {
  const number = /\s(\d{1,3})$/.exec(before)?.[1];
  const first = /^(\d{1,3})[.)] /.exec(text.slice(firstWord, firstWord + 5))?.[1];
  return number !== undefined && Number(first) === Number(number) - 1 ? stop.start - number.length : undefined;
}
