/** A word in a text, in UTF-16 code units. */
export interface WordSpan {
  readonly at: number;
  readonly length: number;
}

/** What eSpeak NG is given: its input is SSML, and it counts code points of that. */
export interface Ssml {
  readonly text: string;
  /** For each code point of `text`, where in the source it stands. */
  readonly source: Uint32Array;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What no XML holds (eSpeak NG would stop reading at the first), halves of surrogate pairs among them. */
const unsayable = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/u;

/** Escapes a text, remembering where each code point came from. */
export function toSsml(text: string): Ssml {
  const source: number[] = [];
  let ssml = '';
  let at = 0;
  for (const character of text) {
    const written = entities[character] ?? (unsayable.test(character) ? ' ' : character);
    for (let unit = 0; unit < written.length; unit += character.length) source.push(at);
    ssml += written;
    at += character.length;
  }
  return { text: ssml, source: Uint32Array.from(source) };
}

/**
 * Words as one would point at them: letters and digits with what joins them (`3,5`, `12.000`, `s’ka`), or one sign
 * (`€`, `&`, an emoji with all that belongs to it).
 */
const word =
  /\p{Nd}+(?:[.,:/]\p{Nd}+)*[\p{L}\p{M}\p{N}]*|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|\p{Extended_Pictographic}(?:[\u{1F3FB}-\u{1F3FF}\uFE0F]|\u200D\p{Extended_Pictographic})*|[\p{S}&%]/gu;

/** The words of a text, in order. */
export function findWords(text: string): WordSpan[] {
  return Array.from(text.matchAll(word), ({ 0: { length }, index }) => ({ at: index, length }));
}

/** The word that holds a place of the text; undefined between words. @param words in order */
export function wordAt(words: readonly WordSpan[], place: number): number | undefined {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { at, length } = words[middle] as WordSpan;
    if (place < at) high = middle - 1;
    else if (place >= at + length) low = middle + 1;
    else return middle;
  }
  return undefined;
}
