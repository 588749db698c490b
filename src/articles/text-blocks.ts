import { isoDate } from './iso-date.ts';

/** Plain text cut into blocks, each with the way back to the raw input. */
export interface TextBlocks {
  /** Month or day of publication from the text's own metadata, `2023-11` or `2023-11-24`. */
  readonly published?: string;
  /** In order; none is empty. */
  readonly blocks: readonly TextBlock[];
}

export interface TextBlock {
  /** NFC, one line, single spaces, trimmed. */
  readonly text: string;
  /** Where text and input begin to run in step anew, in order; the first is at 0. See `toSource`. */
  readonly steps: readonly SourceStep[];
}

/** From `at` in the text onwards, up to the next step, the input runs in step with it from `source`. In UTF-16 units. */
export interface SourceStep {
  readonly at: number;
  readonly source: number;
}

/**
 * Blank lines (and U+2029) separate blocks, and a line that begins with `•` or `*` and a space begins one; inside a
 * block any run of white space, line breaks included, is one space. A `date 2023-11` at the very start is metadata,
 * not text. Linear in the length of the input.
 */
export function textBlocks(input: string): TextBlocks {
  const metadata = leadingDate(input);
  const blocks: TextBlock[] = [];
  let start = metadata.end;
  for (const separator of blockSeparators(input, start)) {
    addBlock(start, separator);
    start = separator;
  }
  addBlock(start, input.length);
  return metadata.published === undefined ? { blocks } : { published: metadata.published, blocks };

  function addBlock(from: number, to: number): void {
    const block = oneLine(input, from, to);
    // Characters that only steer others, as U+200B does, are nothing to read.
    if (/[^\p{Cf} ]/u.test(block.text)) blocks.push(block);
  }
}

/**
 * The stretch `[start, end)` of the input as one tidy line. Control characters count as white space: they can be
 * neither shown nor spoken. A half of a surrogate pair becomes U+FFFD.
 */
export function oneLine(input: string, start = 0, end = input.length): TextBlock {
  const isPlain = isTidyLetters(input.slice(start, end));
  const first = skip(input, start, end, isWhiteSpace);
  if (isPlain && !untidySpace.test(input.slice(first, end).trimEnd())) {
    return { text: input.slice(first, end).trimEnd(), steps: first < end ? [{ at: 0, source: first }] : [] };
  }
  const line = new LineBuilder(isPlain);
  for (let at = start; at < end;) {
    const wordStart = skip(input, at, end, isWhiteSpace);
    const wordEnd = skip(input, wordStart, end, isVisible);
    if (wordEnd > wordStart) line.add(input.slice(wordStart, wordEnd), wordStart, at);
    at = wordEnd;
  }
  return { text: line.text, steps: line.steps };
}

/** White space, as `isWhiteSpace` has it, that is not one space between two words. */
// eslint-disable-next-line no-control-regex -- controls count as white space
const untidySpace = / {2}|[\0-\x1F\x7F-\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]/;

/** As nearly all text is: of letters that stand for themselves, in NFC. Looked at as a whole, that is soon known. */
function isTidyLetters(text: string): boolean {
  return !uncommon.test(text) || (!joining.test(text) && text.normalize('NFC') === text);
}

/** All but Latin letters, which nothing composes with but marks, and the quotation marks, dashes and € of news. */
const uncommon = /[^\0-\u02FF\u2010-\u2027\u2030-\u205E\u20AC]/;

/** What composes with the character before it, and halves of a pair: see `normalisable`. */
const joining = /[\p{M}\p{Surrogate}\u1161-\u1175\u11A8-\u11C2\u{16D67}]/u;

/**
 * The place in the raw input, in UTF-16 units, of an offset into the block's text. The length of the text leads to
 * the end of the block in the input, so both ends of a `[start, end)` span can be led back.
 */
export function toSource(block: TextBlock, offset: number): number {
  const index = lastStep(block.steps, (step) => step.at <= offset);
  const step = block.steps[index] ?? { at: 0, source: 0 };
  // A letter that NFC made longer must not reach past its own place in the input.
  return Math.min(step.source + Math.max(0, offset - step.at), block.steps[index + 1]?.source ?? Infinity);
}

/** The other way: the offset into the block's text of a place in the raw input. */
export function fromSource(block: TextBlock, place: number): number {
  const index = lastStep(block.steps, (step) => step.source <= place);
  const step = block.steps[index] ?? { at: 0, source: 0 };
  return Math.min(step.at + Math.max(0, place - step.source), block.steps[index + 1]?.at ?? block.text.length);
}

/** The index of the last step that `reaches` holds for, which holds for all before it; 0 if there is none. */
function lastStep(steps: readonly SourceStep[], reaches: (step: SourceStep) => boolean): number {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const step = steps[middle];
    if (step && reaches(step)) low = middle;
    else high = middle - 1;
  }
  return low;
}

class LineBuilder {
  text = '';
  readonly steps: SourceStep[] = [];

  /** @param isPlain no letter of the line needs to be changed */
  constructor(private readonly isPlain: boolean) {}

  /** Appends a word that stands at `source`; the white space before it begins at `gap`. */
  add(word: string, source: number, gap: number): void {
    if (this.text !== '') this.#append(' ', gap);
    if (this.isPlain) return this.#append(word, source);
    const wellFormed = word.replace(/\p{Surrogate}/gu, '\uFFFD');
    let at = 0;
    for (const match of wellFormed.matchAll(normalisable)) {
      const letters = match[0].normalize('NFC');
      if (letters === match[0]) continue;
      this.#append(wellFormed.slice(at, match.index), source + at);
      this.#append(letters, source + match.index);
      at = match.index + match[0].length;
    }
    this.#append(wellFormed.slice(at), source + at);
  }

  #append(text: string, source: number): void {
    const last = this.steps.at(-1);
    const at = this.text.length;
    if (last === undefined || source - last.source !== at - last.at) this.steps.push({ at, source });
    this.text += text;
  }
}

/**
 * The stretches that NFC can change: a character with what composes with it (marks, Hangul vowels and finals, one
 * Kirat Rai vowel), or one character from U+0300 up. Never more than 30 marks at a time (the bound of UAX #15's
 * stream-safe format): sorting a hostile run of a million marks takes quadratic time.
 */
const normalisable = /.[\p{M}\u1161-\u1175\u11A8-\u11C2\u{16D67}]{1,30}|[^\0-\u02FF]/gsu;

function leadingDate(input: string): { published?: string; end: number } {
  const match = /^\s*date[ \t]+(\d{4}-\d\d(?:-\d\d)?)(?!\S)/.exec(input);
  const published = match?.[1] && isoDate(match[1]);
  return match && published ? { published, end: match[0].length } : { end: 0 };
}

/** Where a new block begins: at the end of each run of white space that separates blocks. */
function* blockSeparators(input: string, start: number): Generator<number> {
  for (let at = start; at < input.length;) {
    const end = skip(input, at, input.length, isWhiteSpace);
    const whiteSpace = input.slice(at, end);
    if (hasBlankLine(whiteSpace) || (hasLineBreak(whiteSpace) && beginsItem(input, end))) yield end;
    at = skip(input, end, input.length, isVisible);
  }
}

function hasBlankLine(whiteSpace: string): boolean {
  if (whiteSpace.length < 2) return whiteSpace === '\u2029';
  const lineBreaks = whiteSpace.match(/\r(?!\n)|[\n\v\f\u0085\u2028]/g);
  return (lineBreaks?.length ?? 0) > 1 || whiteSpace.includes('\u2029');
}

function hasLineBreak(whiteSpace: string): boolean {
  return /[\r\n\v\f\u0085\u2028]/.test(whiteSpace);
}

function beginsItem(input: string, at: number): boolean {
  return (input[at] === '•' || input[at] === '*') && isWhiteSpace(input.charCodeAt(at + 1));
}

function skip(input: string, from: number, to: number, belongs: (unit: number) => boolean): number {
  let at = from;
  while (at < to && belongs(input.charCodeAt(at))) at++;
  return at;
}

/** Unicode White_Space, the controls, and the byte order mark. */
function isWhiteSpace(unit: number): boolean {
  if (unit <= 0x20) return true;
  if (unit < 0x1680) return unit >= 0x7f && unit <= 0xa0;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

function isVisible(unit: number): boolean {
  return !isWhiteSpace(unit);
}
