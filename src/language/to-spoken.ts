import { isAt, matchAt, skip } from './characters.ts';
import { fold } from './spoken/fold.ts';
import type { SpokenOptions } from './spoken/options.ts';
import type { Reading } from './spoken/rule.ts';
import { rules } from './spoken/rules.ts';
import { sceneOf, type Scene } from './spoken/scene.ts';
import type { Spoken } from './spoken.ts';

const blanks = '[ ,;!?"„“”«»)\\]…]';
/**
 * Copied unasked: blanks and marks, and most words: six small letters or more, or a vowel at the end, and nothing but
 * blanks and marks around. No rule claims such a word, but for „ha“ and „mio“.
 */
const plain = new RegExp(
  `${blanks}|(?<!\\d.?)(?!(?:ha|mio)(?!\\p{L}))\\p{Ll}[\\p{Ll}\\p{M}']*(?<=\\p{L}{6}|[aeiouyë])(?=${blanks}|$)`,
  'uy',
);
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

/**
 * What a voice should say for a sentence.
 *
 * @param sentence one sentence, as cut out of its block
 * @returns the spoken text, with one span for each copied word and one for each thing that is said otherwise, however
 * many words that takes: the light stands on „12.11.2023“ while its words are said
 */
export function toSpoken(sentence: string, options: SpokenOptions = {}): Spoken {
  const scene = sceneOf(fold(sentence), options);
  const { text } = scene;
  while (scene.at < text.length) {
    const { at } = scene;
    const reading = options.lexicon?.find(text, at) ?? (isAt(plain, text, at) ? undefined : firstReading(scene));
    if (reading) scene.say(...reading);
    else scene.copy(skip(piece, text, at));
  }
  return scene.finish();
}
