import type { Article, Locator } from '../articles/article.ts';
import type { Spoken, SpokenOptions } from '../language/index.ts';
import type { Utterance } from '../speech/engine.ts';

/** Characters of a sentence that a locator remembers. */
const quoteLength = 60;
/** Characters of text cut into sentences before the page gets to breathe. */
const stride = 40_000;

type Language = typeof import('../language/core.ts');

/** Where a sentence stands. */
export interface ScriptSentence {
  /** Index into the article's blocks. */
  readonly block: number;
  /** `[start, end)` in the block's text. */
  readonly start: number;
  readonly end: number;
  readonly closes: Utterance['closes'];
}

/** How sentences are said. */
export interface SayOptions extends SpokenOptions {
  /** Blocks that are not read: their sentences keep their place in the script, and have nothing to say. */
  readonly leavesOut?: (block: number) => boolean;
  /** Said ahead of the first sentence of a block: who wrote the article. */
  readonly before?: { readonly block: number; readonly text: string } | undefined;
}

const silence = { before: '', own: { text: '', spans: [] } };

/** A sentence as a voice says it: worked out when first asked for. */
export class SpokenSentence implements Utterance {
  readonly sentence: ScriptSentence;
  readonly isLeftOut: boolean;
  private readonly script: Script;
  private readonly options: SayOptions;
  private cached: { readonly before: string; readonly own: Spoken } | undefined;

  constructor(script: Script, sentence: ScriptSentence, options: SayOptions) {
    this.script = script;
    this.sentence = sentence;
    this.options = options;
    this.isLeftOut = options.leavesOut?.(sentence.block) ?? false;
  }

  private get spoken(): { readonly before: string; readonly own: Spoken } {
    this.cached ??= this.isLeftOut ? silence : { before: this.saidBefore(), own: this.say() };
    return this.cached;
  }

  private say(text = this.script.sourceOf(this.sentence)): Spoken {
    return this.script.rules.toSpoken(text, this.options);
  }

  private saidBefore(): string {
    const { before } = this.options;
    const isFirst = before?.block === this.sentence.block && this.sentence.start === 0;
    return isFirst ? `${this.say(before.text).text}. ` : '';
  }

  get text(): string {
    const { before, own } = this.spoken;
    return before + own.text;
  }

  get language(): string {
    return this.script.article.language;
  }

  get closes(): Utterance['closes'] {
    return this.sentence.closes;
  }

  /**
   * Leads a word of the spoken text back to the page.
   *
   * @param at UTF-16 code units into the spoken text
   * @returns `[start, end)` in the block's text, or undefined where nothing is spoken
   */
  sourceOf(at: number): { start: number; end: number } | undefined {
    const { start } = this.sentence;
    const { before, own } = this.spoken;
    const into = at - before.length;
    const span = own.spans.find((candidate) => candidate.at <= into && into < candidate.at + candidate.length);
    return span && { start: start + span.start, end: start + span.end };
  }
}

/** An article as it will be read: its sentences, in order, over all its blocks. */
export class Script {
  readonly article: Article;
  readonly sentences: ScriptSentence[] = [];

  /** The rules of Albanian, once they are loaded. */
  readonly rules: Language;

  private constructor(article: Article, rules: Language) {
    this.article = article;
    this.rules = rules;
  }

  /** Cuts an article into sentences, letting the page breathe between strides of a long one. */
  static async of(article: Article): Promise<Script> {
    // The rules of Albanian are not needed to show an article, and come while it is being shown.
    const rules = await import('../language/core.ts');
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
    return this.sentences.map((sentence) => new SpokenSentence(this, sentence, options));
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
