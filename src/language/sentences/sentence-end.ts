import { digit, isSpace, kindOf, lower, upper } from '../characters.ts';
import { endsAtMissingSpace } from './missing-space.ts';
import { nextWord } from './next-word.ts';
import { isAge, opens, type Place } from './place.ts';
import { abbreviationBefore, endsAtPoint } from './point.ts';
import type { Stop } from './stop.ts';

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
  const next = nextWord(text, stop.end);
  if (next.kind < upper && next.kind !== digit) return undefined;
  const from = Math.max(firstWord, stop.start - 32);
  const place: Place = {
    stop,
    next,
    before: (from === firstWord ? '\n' : '') + text.slice(from, stop.start),
    last: kindOf(text.charCodeAt(stop.start - 1)),
    after: text.slice(next.at, next.at + 24),
    bracketed: text.charAt(start) === '(',
  };
  if (next.kind === lower && !beginsSmall(place)) return undefined;
  const touching = text.slice(stop.end, Math.min(next.at, stop.end + 2));
  if (!isSpace(text, stop.end) && !endsAtMissingSpace(place, touching)) return undefined;
  if (stop.final) return stop.end;
  if (stop.kind !== 'point') return endsAtMark(place) ? stop.end : undefined;
  return listPoint(text, firstWord, place) ?? (endsAtPoint(place) ? stop.end : undefined);
}

/** A small letter begins a sentence in a brand, in a quotation or bracket of its own, and where a writer was careless. */
function beginsSmall({ stop, next, before, last, after }: Place): boolean {
  // „iPhone“, „e-Albania“, and „b) …“ in a list.
  if (/^(?:\p{Ll}{1,6}\p{Lu}|\p{Ll}-\p{Lu}|\p{Ll}\) )/u.test(after)) return last !== digit;
  if (stop.kind !== 'point' || stop.final || stop.closed || abbreviationBefore(before)) return false;
  if (!/$(?<=[^\p{L}.](?=\p{L}*[aeiouyë])\p{L}{3,})/iu.test(before)) return false;
  // Albanian clips words behind a consonant, so a word that ends in a vowel is whole.
  return next.opened || (/$(?<=\p{L}{3}[aeiouyë])/iu.test(before) && !/^(?:com|net|org|al|info|eu|tv)\b/.test(after));
}

/** After „!“, „?“ and „…“. */
function endsAtMark(place: Place): boolean {
  const { stop, next, after, bracketed } = place;
  // A question in brackets is a remark inside its sentence.
  if (stop.closed === 'bracket' && !bracketed) return opens(place);
  // „rreth… 5 vetë“ is a hesitation; „… 44-vjeçari“ begins anew.
  return stop.kind === 'shout' || next.kind !== digit || stop.closed !== undefined || isAge(after);
}

/** „1. Tirana 2. Durrësi“: the sentence ends before the number of the next point of its list. */
function listPoint(text: string, firstWord: number, { stop, before, last }: Place): number | undefined {
  if (last !== digit) return undefined;
  const number = /\s(\d{1,3})$/.exec(before)?.[1];
  const first = /^(\d{1,3})[.)] /.exec(text.slice(firstWord, firstWord + 5))?.[1];
  return number !== undefined && Number(first) === Number(number) - 1 ? stop.start - number.length : undefined;
}
