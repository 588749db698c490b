/**
 * An article is data, not markup: nothing in it can run, and every offset means the same everywhere.
 *
 * The headline, where the article has one, is the first block (a heading whose text equals `title`), so that every
 * sentence that can be spoken stands in a block. An article without a headline (a pasted text) has a title made from
 * its first words, for lists and window titles; that title is not among the blocks and is never spoken.
 */
export interface Article {
  /** Stable: the source's own id or address, else a hash of the text. Goes into the article's address in the app. */
  readonly id: string;
  readonly title: string;
  /** BCP 47; `sq` unless known otherwise. */
  readonly language: string;
  /** In reading order. */
  readonly blocks: readonly Block[];
  readonly url?: string;
  readonly source?: string;
  readonly byline?: string;
  readonly summary?: string;
  /** The section that its source puts it in: „Ekonomi“, „Sport“. */
  readonly topic?: string;
  /** ISO 8601, only as precise as known: `2023-11`, `2023-11-24` or a full date and time. */
  readonly published?: string;
}

export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'item' | 'caption' | 'table' | 'image' | 'code';

export interface Block {
  readonly kind: BlockKind;
  /** NFC, no markup, no line breaks; offsets into it are UTF-16 code units. */
  readonly text: string;
  /** In order of `start`; each stands inside the text and is not empty. */
  readonly marks: readonly Mark[];
  /** Stands above the text, which is its caption, or, of an `image`, the words for who does not see it; may be empty. */
  readonly picture?: Picture;
}

/** A picture that stands elsewhere: it is not part of the article, and need not come. */
export interface Picture {
  /** Absolute, https. */
  readonly address: string;
  /** What it shows, where the block's text is its caption. */
  readonly alt?: string;
  /** In CSS pixels, both or none: the room that it takes before it is there. */
  readonly width?: number;
  readonly height?: number;
}

/** A stretch `[start, end)` of a block's text that means more than its letters. */
export type Mark =
  | {
      readonly kind: 'link';
      readonly start: number;
      readonly end: number;
      /** Absolute http(s) address. */ readonly href: string;
    }
  | { readonly kind: 'emphasis' | 'strong'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'language';
      readonly start: number;
      readonly end: number;
      /** BCP 47. */ readonly language: string;
    };

/** A place that survives a restart, an edit of the article and a change of voice. */
export interface Locator {
  /** The article's id. */
  readonly article: string;
  /** Index into the article's blocks. */
  readonly block: number;
  /** UTF-16 code units into the block's text. */
  readonly offset: number;
  /** The first characters of the sentence that stands there, to find it again after an edit. */
  readonly quote: string;
}

/** Does the article open with its own headline? */
export function hasHeadline(article: Article): boolean {
  const first = article.blocks[0];
  return first?.kind === 'heading' && first.text === article.title;
}
