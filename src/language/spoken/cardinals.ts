import { isAt, matchAt } from '../characters.ts';
import { figureAt, sayFigure } from './figure.ts';
import { countsFeminine } from './grammar.ts';
import { figures } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';

const chain = /\d+(?:\.\d+){2,7}(?!\.?\d)/y;
const feminineNext = / ?(?:°|£|CHF|të \p{Ll}+a(?!\p{L}))/uy;

/**
 * espeak-ng 1.51 says „45“ without the pause that its dictionary puts before a written „e“ (dyzet _! e pesë). All other
 * digits it says worse than words: 1 and 20 with a foreign vowel (n^'I#zEt), 15 and 300 stressed on the first part.
 */
const espeakSaysBetter = /^4[2-9]$/;

/** „Në vitin 2003 shkolla …“: a year counts nothing, whatever follows. */
const year = /^(?:1[5-9]|20)\d\d$/;

/** Numbers: whole ones, decimals, chains such as versions. Last of the digit rules: it takes whatever digits are left. */
export const cardinals: Rule = (scene, at) => {
  const { text } = scene;
  const figure = figureAt(text, at);
  if (!figure) return undefined;
  const { end, whole, fraction } = figure;
  const parts = matchAt(chain, text, at);
  if (parts && end < parts[0])
    return [
      parts[0],
      parts[1]
        .split('.')
        .map((part) => figures(part))
        .join(' pikë '),
    ];
  const feminine = !year.test(whole) && (countsFeminine(scene.wordAfter(end)) || isAt(feminineNext, text, end));
  const digits = scene.engine === 'espeak' && !fraction && !feminine && espeakSaysBetter.test(whole);
  return [end, digits ? whole : sayFigure(figure, feminine)];
};

export const examples: Examples = [
  ['Ka 1 450 300 banorë.', 'Ka një milion e katërqind e pesëdhjetë mijë e treqind banorë.'],
  ['Ishin 18.500 vetë.', 'Ishin tetëmbëdhjetë mijë e pesëqind vetë.'],
  ['mori 31,200 vota', 'mori tridhjetë e një mijë e dyqind vota'],
  ['numri 3,14', 'numri tre presje katërmbëdhjetë'],
  ['vlera 0,05', 'vlera zero presje zero pesë'],
  ['tërmeti prej 2.5 ballësh', 'tërmeti prej dy presje pesë ballësh'],
  ['3 gra dhe 3 burra', 'tri gra dhe tre burra'],
  ['23 vajza', 'njëzet e tri vajza'],
  ['viti 1999', 'viti një mijë e nëntëqind e nëntëdhjetë e nëntë'],
  ['agjenti 007', 'agjenti zero zero shtatë'],
  ['versioni 2.10.3', 'versioni dy pikë dhjetë pikë tre'],
];
