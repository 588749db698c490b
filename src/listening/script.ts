import type { Article, Locator } from '../articles/article.ts';
import type { Utterance } from '../speech/engine.ts';
import type { SayOptions, SpokenSentence } from './spoken-sentence.ts';

/** Characters of a sentence that a locator remembers. */
const quoteLength = 60;
/** Characters of text cut into sentences before the page gets to breathe. */
const stride = 40_000;

type Rules = typeof import('./reading-rules.ts');

/** Where a sentence stands. */
export interface ScriptSentence {
  /** Index into the article's blocks. */
  readonly block: number;
  /** `[start, end)` in the block's text. */
  readonly start: number;
  readonly end: number;
  readonly closes: Utterance['closes'];
}

/** An article as it will be read: its sentences, in order, over all its blocks. */
export class Script {
  readonly article: Article;
  readonly sentences: ScriptSentence[] = [];

  /** Of Albanian, and of what the listener wishes to hear. */
  readonly rules: Rules;

  private constructor(article: Article, rules: Rules) {
    this.article = article;
    this.rules = rules;
  }

  /** Cuts an article into sentences, letting the page breathe between strides of a long one. */
  static async of(article: Article): Promise<Script> {
    const rules = await import('./reading-rules.ts');
    const script = new Script(article, rules);
    let walked = 0;
    for (const [block, { text, kind }] of article.blocks.entries()) {
      const spans = rules.splitSentences(text);
      const closing = kind === 'heading' ? 'heading' : 'paragraph';
      for (const span of spans) {
        const closes = span === spans.at(-1) ? closing : 'sentence';
        script.sentences.push({ block, start: span.start, end: span.end, closes });
      }
      walked += text.length;
      if (walked > stride) {
        walked = 0;
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
    return script;
  }

  /** The sentences as a voice says them. */
  spoken(options: SayOptions): readonly SpokenSentence[] {
    return this.rules.spokenSentences(this, options);
  }

  /** A sentence as it is written. */
  sourceOf({ block, start, end }: ScriptSentence): string {
    return this.article.blocks[block]?.text.slice(start, end) ?? '';
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
      quote: sentence ? this.sourceOf(sentence).slice(0, quoteLength) : '',
    };
  }

  /** The sentence that a locator means: where it stood, else the nearest that begins with its quote, else that place. */
  indexOf(locator: Locator): number {
    const nearest = this.indexAt(locator.block, locator.offset);
    const says = (index: number): boolean => {
      const sentence = this.sentences[index];
      return sentence !== undefined && this.sourceOf(sentence).startsWith(locator.quote);
    };
    for (let distance = 0; distance < this.sentences.length; distance++) {
      if (says(nearest - distance)) return nearest - distance;
      if (says(nearest + distance)) return nearest + distance;
    }
    return nearest;
  }
}
