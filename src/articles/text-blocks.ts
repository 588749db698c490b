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
 * Blank lines (and U+2029) separate blocks; inside a block any run of white space, line breaks included, is one space.
 * Control characters count as white space: they can be neither shown nor spoken. A `date 2023-11` at the very start
 * is metadata, not text. A half of a surrogate pair becomes U+FFFD. Linear in the length of the input.
 */
export function textBlocks(input: string): TextBlocks {
  const wellFormed = input.replace(/\p{Surrogate}/gu, '\uFFFD');
  const metadata = leadingDate(wellFormed);
  const blocks: TextBlock[] = [];
  let block = new BlockBuilder();

  const closeBlock = (): void => {
    if (block.text !== '') blocks.push({ text: block.text, steps: block.steps });
    block = new BlockBuilder();
  };

  for (let at = metadata.end; at < wellFormed.length;) {
    const wordStart = skip(wellFormed, at, isWhiteSpace);
    if (hasBlankLine(wellFormed.slice(at, wordStart))) closeBlock();
    const wordEnd = skip(wellFormed, wordStart, isVisible);
    if (wordEnd > wordStart) block.add(wellFormed.slice(wordStart, wordEnd), wordStart, at);
    at = wordEnd;
  }
  closeBlock();
  return metadata.published === undefined ? { blocks } : { published: metadata.published, blocks };
}

/**
 * The place in the raw input, in UTF-16 units, of an offset into the block's text. The length of the text leads to
 * the end of the block in the input, so both ends of a `[start, end)` span can be led back.
 */
export function toSource(block: TextBlock, offset: number): number {
  let low = 0;
  let high = block.steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.steps[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const step = block.steps[low] ?? { at: 0, source: 0 };
  // A letter that NFC made longer must not reach past its own place in the input.
  const limit = block.steps[low + 1]?.source ?? Infinity;
  return Math.min(step.source + (offset - step.at), limit);
}

class BlockBuilder {
  text = '';
  readonly steps: SourceStep[] = [];

  /** Appends a word that stands at `source`; the white space before it begins at `gap`. */
  add(word: string, source: number, gap: number): void {
    if (this.text !== '') this.#append(' ', gap);
    let at = 0;
    for (const match of word.matchAll(normalisable)) {
      const letters = match[0].normalize('NFC');
      if (letters === match[0]) continue;
      this.#append(word.slice(at, match.index), source + at);
      this.#append(letters, source + match.index);
      at = match.index + match[0].length;
    }
    this.#append(word.slice(at), source + at);
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
  const match = /^\s*date[ \t]+(([12]\d{3})-(\d\d)(?:-(\d\d))?)(?!\S)/.exec(input);
  if (!match?.[1]) return { end: 0 };
  const [year, month, day] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 1)];
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth;
  return isReal ? { published: match[1], end: match[0].length } : { end: 0 };
}

function skip(input: string, from: number, belongs: (unit: number) => boolean): number {
  let at = from;
  while (at < input.length && belongs(input.charCodeAt(at))) at++;
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

function hasBlankLine(whiteSpace: string): boolean {
  if (whiteSpace.length < 2) return whiteSpace === '\u2029';
  const lineBreaks = whiteSpace.match(/\r(?!\n)|[\n\v\f\u0085\u2028]/g);
  return (lineBreaks?.length ?? 0) > 1 || whiteSpace.includes('\u2029');
}
