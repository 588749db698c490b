import type { Lexicon } from '../language/index.ts';
import type { Manner } from '../library/manner.ts';
import type { Utterance, Voice } from '../speech/engine.ts';
import type { Script } from './script.ts';
import type { SayOptions, SpokenSentence } from './spoken-sentence.ts';

/** A word of the page: `[start, end)` in the text of `block`. */
export interface SourceWord {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** What the listener wishes to be said otherwise. */
export interface SpokenWish {
  /** The listener's own words, as `readLexicon` reads them; heeded once `ready`. */
  readonly lexicon: string;
  readonly manner: Manner;
}

/** A script as one engine is to say it. The same array comes back until script, engine or wish are others. */
export class Reading {
  private script: Script | undefined;
  private engine: Voice['engine'] | undefined;
  private lexiconText = '';
  private manner: Manner | undefined;
  private options: SayOptions = { engine: 'system' };
  private current: readonly SpokenSentence[] = [];

  /** Own words are code of their own, which comes with the first of them. */
  private reader: typeof import('../language/own-words.ts') | undefined;

  /**
   * Fetches what own words need, unless it is there or there are none.
   *
   * @returns resolves when `utterances` can heed them; also where the code cannot be had, since the rest is still read
   */
  ready(lexicon: string): Promise<void> | undefined {
    if (lexicon === '' || this.reader) return undefined;
    return import('../language/own-words.ts').then(
      (reader) => void (this.reader = reader),
      () => undefined,
    );
  }

  utterances(script: Script, voice: Voice | undefined, { lexicon, manner }: SpokenWish): readonly SpokenSentence[] {
    const engine = voice?.engine ?? 'system';
    const lexiconText = this.reader ? lexicon : '';
    const isSame = script === this.script && engine === this.engine && manner === this.manner;
    if (isSame && lexiconText === this.lexiconText) return this.current;
    this.script = script;
    this.engine = engine;
    this.lexiconText = lexiconText;
    this.manner = manner;
    const words = this.ownWords(lexiconText);
    this.options = { engine, ...(words && { lexicon: words }), ...script.rules.sayOptions(script.article, manner) };
    this.current = script.spoken(this.options);
    return this.current;
  }

  /**
   * What is said ahead of sentence `index` of an article that comes by itself: its source and, where the reading does
   * not begin with the headline anyway, its title.
   */
  announcement(index: number): readonly Utterance[] {
    if (!this.script) return [];
    const { article, rules } = this.script;
    const { source, title, language } = article;
    return [source, index > 0 && !this.manner?.leaveOut?.includes('headline') ? title : undefined]
      .filter((text) => text !== undefined)
      .map((text) => ({ text: rules.toSpoken(text, this.options).text, language, closes: 'paragraph' }));
  }

  /** A lexicon that cannot be read silences nobody: the page that edits it says what is wrong. */
  private ownWords(text: string): Lexicon | undefined {
    if (text === '' || !this.reader) return undefined;
    try {
      return this.reader.readLexicon(text);
    } catch (error) {
      if (error instanceof this.reader.LexiconError) return undefined;
      throw error;
    }
  }

  /** @param at UTF-16 code units into the text that is spoken for sentence `index` */
  sourceOf(index: number, at: number): SourceWord | undefined {
    const spoken = this.current[index];
    const source = spoken?.sourceOf(at);
    return spoken && source && { block: spoken.sentence.block, ...source };
  }
}
