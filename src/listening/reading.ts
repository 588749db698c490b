import type { Lexicon, SpokenOptions } from '../language/index.ts';
import type { Voice } from '../speech/engine.ts';
import type { Script, SpokenSentence } from './script.ts';

/** A word of the page: `[start, end)` in the text of `block`. */
export interface SourceWord {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A script as one engine is to say it. The same array comes back until script, engine or lexicon are others. */
export class Reading {
  private script: Script | undefined;
  private engine: Voice['engine'] | undefined;
  private lexiconText = '';
  private current: readonly SpokenSentence[] = [];

  /** @param lexicon the listener's own words, as `readLexicon` reads them */
  utterances(script: Script, voice: Voice | undefined, lexicon: string): readonly SpokenSentence[] {
    const engine = voice?.engine ?? 'system';
    if (script === this.script && engine === this.engine && lexicon === this.lexiconText) return this.current;
    this.script = script;
    this.engine = engine;
    this.lexiconText = lexicon;
    const words = readable(script, lexicon);
    const options: SpokenOptions = { engine, ...(words && { lexicon: words }) };
    this.current = script.spoken(options);
    return this.current;
  }

  /** @param at UTF-16 code units into the text that is spoken for sentence `index` */
  sourceOf(index: number, at: number): SourceWord | undefined {
    const spoken = this.current[index];
    const source = spoken?.sourceOf(at);
    return spoken && source && { block: spoken.sentence.block, ...source };
  }
}

/** A lexicon that cannot be read silences nobody: the page that edits it says what is wrong. */
function readable({ rules }: Script, text: string): Lexicon | undefined {
  if (text === '') return undefined;
  try {
    return rules.readLexicon(text);
  } catch (error) {
    if (error instanceof rules.LexiconError) return undefined;
    throw error;
  }
}
