import type { Article, Locator } from '../articles/article.ts';
import type { Span, Spoken } from '../language/index.ts';
import type { Utterance } from '../speech/engine.ts';

/** Characters of a sentence that a locator remembers. */
const quoteLength = 60;
/** Characters of text cut into sentences before the page gets to breathe. */
const stride = 40_000;

type Language = typeof import('../language/index.ts');

/** Where a sentence stands, and what a voice should say for it: worked out when first asked for. */
export class ScriptSentence implements Utterance {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  private readonly script: Script;
  private readonly endsBlock: boolean;
  private cached: Spoken | undefined;

  constructor(script: Script, block: number, { start, end }: Span, endsBlock: boolean) {
    this.script = script;
    this.block = block;
    this.start = start;
    this.end = end;
    this.endsBlock = endsBlock;
  }

  get source(): string {
    return this.script.article.blocks[this.block]?.text.slice(this.start, this.end) ?? '';
  }

  get spoken(): Spoken {
    this.cached ??= this.script.language.toSpoken(this.source);
    return this.cached;
  }

  get text(): string {
    return this.spoken.text;
  }

  get language(): string {
    return this.script.article.language;
  }

  get closes(): Utterance['closes'] {
    if (!this.endsBlock) return 'sentence';
    return this.script.article.blocks[this.block]?.kind === 'heading' ? 'heading' : 'paragraph';
  }

  /**
   * Leads a word of the spoken text back to the page.
   *
   * @param at UTF-16 code units into the spoken text
   * @returns `[start, end)` in the block's text, or undefined where nothing is spoken
   */
  sourceOf(at: number): { start: number; end: number } | undefined {
    const span = this.spoken.spans.find((candidate) => candidate.at <= at && at < candidate.at + candidate.length);
    return span && { start: this.start + span.start, end: this.start + span.end };
  }
}

/** An article as it will be read: its sentences, in order, over all its blocks. */
export class Script {
  readonly article: Article;
  readonly sentences: ScriptSentence[] = [];

  readonly language: Language;

  private constructor(article: Article, language: Language) {
    this.article = article;
    this.language = language;
  }

  /** Cuts an article into sentences, letting the page breathe between strides of a long one. */
  static async of(article: Article): Promise<Script> {
    // The rules of Albanian are not needed to show an article, and come while it is being shown.
    const language = await import('../language/index.ts');
    const script = new Script(article, language);
    let walked = 0;
    for (const [index, { text }] of article.blocks.entries()) {
      const spans = language.splitSentences(text);
      for (const span of spans) {
        script.sentences.push(new ScriptSentence(script, index, span, span === spans.at(-1)));
      }
      walked += text.length;
      if (walked > stride) {
        walked = 0;
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    return script;
  }

  /** The sentence at a point of the text; the nearest before it where the point stands between two. */
  indexAt(block: number, offset: number): number {
    let low = 0;
    let high = this.sentences.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const sentence = this.sentences[middle];
      if (sentence && (sentence.block < block || (sentence.block === block && sentence.start <= offset))) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  locatorOf(index: number): Locator {
    const sentence = this.sentences[index];
    return {
      article: this.article.id,
      block: sentence?.block ?? 0,
      offset: sentence?.start ?? 0,
      quote: sentence?.source.slice(0, quoteLength) ?? '',
    };
  }

  /** The sentence that a locator means: where it stood, else the nearest that begins with its quote, else that place. */
  indexOf(locator: Locator): number {
    const nearest = this.indexAt(locator.block, locator.offset);
    const says = (index: number) => this.sentences[index]?.source.startsWith(locator.quote) ?? false;
    for (let distance = 0; distance < this.sentences.length; distance++) {
      if (says(nearest - distance)) return nearest - distance;
      if (says(nearest + distance)) return nearest + distance;
    }
    return nearest;
  }
}
