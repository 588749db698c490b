import { isAt, matchAt, skip } from './characters.ts';
import { fold } from './spoken/fold.ts';
import type { SpokenOptions } from './spoken/options.ts';
import type { Reading } from './spoken/rule.ts';
import { rules } from './spoken/rules.ts';
import { sceneOf, type Scene } from './spoken/scene.ts';
import type { Spoken } from './spoken.ts';

/**
 * Copied unasked, because no rule begins there: blanks and marks, and most words: small letters, the first perhaps a
 * capital, a vowel among them, nothing but blanks and marks around, and none of the few such words that rules claim.
 */
const plain =
  /[ ,;!?"„“”«»)\]….]|(?<!\d.?)(?!(?:[hH]a|[mM]i[jlno]|bar|sek|.?cal|[tT]el|[sS]hek|[pP]rof|[cC]ovid)(?!\p{L}))(?=\p{L}*[aeiouyë])[A-ZÇË]?[\p{Ll}\p{M}']+(?=[ ,;!?"„“”«»)\]…]|$)/uy;
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
