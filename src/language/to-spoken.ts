import { isDigit, isLetter, isWord, matchAt, skip } from './characters.ts';
import { fold } from './spoken/fold.ts';
import type { SpokenOptions } from './spoken/options.ts';
import type { Reading } from './spoken/rule.ts';
import { rules } from './spoken/rules.ts';
import { copy, finish, say, sceneOf, type Scene } from './spoken/scene.ts';
import type { Spoken } from './spoken.ts';

/** Blanks and marks at which no rule begins. */
const quiet = /[ ,;!?"„“”«»)\]….]*/y;
/**
 * Most words, which are copied unasked: small letters, the first perhaps a capital, a vowel among them, nothing but
 * blanks and marks around, and none of the few such words that rules claim.
 */
const plain =
  /(?<!\d.?)(?!([hH]a|[eE]tj|[mM]i[jlno]|bar|sek|.?cal|[tT]el|[sS]hek|[pP]rof|[cC]ovid)(?!\p{L}))(?=\p{L}*[aeiouyë])[A-ZÇË]?[\p{Ll}\p{M}]+('[\p{Ll}\p{M}]+)*(?=[ ,;!?"„“”«»)\]…]|$)/uy;
/** A word, with the apostrophes in it, or one sign. */
const piece = /[\p{L}\p{M}]+('[\p{L}\p{M}]+)*|[^]/uy;

function firstReading(scene: Scene): Reading | undefined {
  const { text, at } = scene;
  for (const [expression, reads] of isLetter(text, at) ? rules.word : isDigit(text, at) ? rules.digits : rules.sign) {
    const match = matchAt(expression, text, at);
    const said = match && reads(scene, ...match);
    if (said) return typeof said === 'string' ? [match[0], said] : said;
    if (match && said === '') return [match[0], said];
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
  for (;;) {
    const at = (scene.at = skip(quiet, text, scene.at));
    if (at === text.length) return finish(scene);
    const own = options.lexicon?.find(text, at);
    const plainEnd = own ? at : skip(plain, text, at);
    const reading = own ?? (plainEnd > at ? undefined : firstReading(scene));
    if (reading) say(scene, ...reading);
    else if (isWord(text, at)) copy(scene, plainEnd > at ? plainEnd : skip(piece, text, at));
    else scene.at = skip(piece, text, at);
  }
}
