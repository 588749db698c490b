import type { Block, BlockKind, Mark } from './article.ts';
import { fromSource, oneLine, type TextBlock } from './text-blocks.ts';

/** What a mark means, before it is known where it stands. */
export type Meaning =
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'emphasis' | 'strong' }
  | { readonly kind: 'language'; readonly language: string };

/** Offsets into the raw text. */
interface OpenMark {
  readonly meaning: Meaning;
  start: number;
}

interface ClosedMark extends Readonly<OpenMark> {
  readonly end: number;
}

/** Every open mark is written anew into each block that it spans; hostile markup has thousands open at once. */
const maxOpenMarks = 8;

/** Gathers text and marks as they come and makes blocks of them. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  #raw = '';
  #marks: ClosedMark[] = [];
  #open: OpenMark[] = [];
  #afterBreak: number | undefined;
  /** They wait for the end of the text that they stand in, so as not to cut it in two. */
  #pictures: Block[] = [];

  text(data: string): void {
    this.#raw += data;
  }

  /** A line break is a space; two with nothing between them end the block, as a blank line does in plain text. */
  lineBreak(kind: BlockKind): void {
    const isSecond = this.#afterBreak !== undefined && this.#raw.slice(this.#afterBreak).trim() === '';
    if (isSecond) this.endBlock(kind);
    this.#raw += '\n';
    this.#afterBreak = this.#raw.length;
  }

  /** Returns false where the mark is not kept: it says nothing new, or too many are open. */
  openMark(meaning: Meaning): boolean {
    const isOpen = meaning.kind !== 'language' && this.#open.some((mark) => mark.meaning.kind === meaning.kind);
    if (isOpen || this.#open.length >= maxOpenMarks) return false;
    this.#open.push({ meaning, start: this.#raw.length });
    return true;
  }

  /** Closes the mark that was opened last. */
  closeMark(): void {
    const mark = this.#open.pop();
    if (mark) this.#addMark(mark);
  }

  picture(picture: Block): void {
    (this.#raw.trim() ? this.#pictures : this.blocks).push(picture);
  }

  /** Writes what has been gathered, if it is more than white space, as a block. */
  endBlock(kind: BlockKind): void {
    for (const mark of this.#open) this.#addMark(mark);
    const line = oneLine(this.#raw);
    if (line.text !== '') this.blocks.push({ kind, text: line.text, marks: placeMarks(this.#marks, line) });
    this.blocks.push(...this.#pictures);
    this.#pictures = [];
    this.#raw = '';
    this.#marks = [];
    this.#afterBreak = undefined;
    for (const mark of this.#open) mark.start = 0;
  }

  #addMark({ meaning, start }: OpenMark): void {
    this.#marks.push({ meaning, start, end: this.#raw.length });
  }
}

/** The marks over the tidied text, without the spaces at their ends; outer ones come before the inner. */
function placeMarks(marks: readonly ClosedMark[], line: TextBlock): Mark[] {
  if (marks.length === 0) return [];
  return marks
    .map(({ meaning, start: from, end: to }) => {
      const start = fromSource(line, from);
      const end = fromSource(line, to);
      return {
        ...meaning,
        start: line.text[start] === ' ' ? start + 1 : start,
        end: line.text[end - 1] === ' ' ? end - 1 : end,
      };
    })
    .filter((mark) => mark.start < mark.end)
    .sort((one, other) => one.start - other.start || other.end - one.end);
}
