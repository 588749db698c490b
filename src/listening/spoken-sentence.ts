import type { Spoken, SpokenOptions } from '../language/index.ts';
import type { Utterance } from '../speech/engine.ts';
import type { Script, ScriptSentence } from './script.ts';

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

/** All of a script, as a voice says it. */
export function spokenSentences(script: Script, options: SayOptions): readonly SpokenSentence[] {
  return script.sentences.map((sentence) => new SpokenSentence(script, sentence, options));
}
