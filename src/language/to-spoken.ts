import { matchAt, skip } from './characters.ts';
import { fold, type Folded } from './spoken/fold.ts';
import type { SpokenOptions } from './spoken/options.ts';
import type { Reading } from './spoken/rule.ts';
import { rules } from './spoken/rules.ts';
import { Scene } from './spoken/scene.ts';
import type { Spoken } from './spoken.ts';

/** Blanks and marks at which no rule begins: they are copied unasked. */
const quiet = /[ ,;!?"„“”«»)\]…]+/y;
/**
 * Most words: six small letters or more, or a vowel at the end, and nothing but blanks and marks around. No rule claims
 * one, but for „ha“ and „mio“. They are copied unasked.
 */
const plain = /(?<!\d.?)(?!(?:ha|mio)(?!\p{L}))\p{Ll}[\p{Ll}\p{M}']*(?<=\p{L}{6}|[aeiouyë])(?=[ ,;!?"„“”«»)\]…]|$)/uy;
/** A word, with the apostrophes in it, or one sign. */
const piece = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|[^]/uy;

function firstReading(scene: Scene): Reading | undefined {
  for (const [expression, say] of rules) {
    const match = matchAt(expression, scene.text, scene.at);
    const said = match && say(scene, ...match);
    if (match && said !== undefined) return typeof said === 'string' ? [match[0], said] : said;
  }
  return undefined;
}

/** Leads spans over the folded text back over what was folded away. */
function unfold({ origin }: Folded, spoken: Spoken): Spoken {
  if (!origin) return spoken;
  const spans = spoken.spans.map((span) => ({
    ...span,
    start: origin[span.start] ?? 0,
    end: (origin[span.end - 1] ?? 0) + 1,
  }));
  return { text: spoken.text, spans };
}

/**
 * What a voice should say for a sentence.
 *
 * @param sentence one sentence, as cut out of its block
 * @returns the spoken text, with one span for each copied word and one for each thing that is said otherwise, however
 * many words that takes: the light stands on „12.11.2023“ while its words are said
 */
export function toSpoken(sentence: string, options: SpokenOptions = {}): Spoken {
  const folded = fold(sentence);
  const { text } = folded;
  const scene = new Scene(text, options);
  while (scene.at < text.length) {
    const { at } = scene;
    const past = skip(quiet, text, at);
    const reading = past > at ? undefined : options.lexicon?.find(text, at);
    const known = past > at ? past : skip(plain, text, at);
    const said = reading ?? (known > at ? undefined : firstReading(scene));
    if (said) scene.say(...said);
    else scene.copy(known > at ? known : skip(piece, text, at));
  }
  return unfold(folded, scene.finish());
}
