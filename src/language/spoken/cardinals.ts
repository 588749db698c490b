import { isAt } from '../characters.ts';
import { figureAt, sayFigure } from './figure.ts';
import { countsFeminine } from './grammar.ts';
import { digitByDigit, figures } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';
import { wordAfter, wordBefore } from './scene.ts';
import { unitName } from './unit-names.ts';

/**
 * espeak-ng 1.51 says „45“ without the pause that its dictionary puts before a written „e“ (dyzet _! e pesë). All other
 * digits it says worse than words: 1 and 20 with a foreign vowel (n^'I#zEt), 15 and 300 stressed on the first part.
 */
const espeakSaysBetter = /^4[2-9]$/;

const isReference = /^(nen|kre[ru]|kapitu|(nën)?paragraf|pik[aë]s?$|figur|tabel|version)/i;

/** Numbers: whole ones, decimals, chains such as versions. Last of the digit rules: they take whatever digits are left. */
export const cardinals: readonly Rule[] = [
  [
    /\d+(\.\d+){2,7}(?!\.?\d)/y,
    ({ text, at }, end, written) =>
      (figureAt(text, at)?.end ?? end) < end &&
      written
        .split('.')
        .map((part) => figures(part))
        .join(' pikë '),
  ],
  [
    /(?=\d)/y,
    (scene) => {
      const { text, at, engine } = scene;
      const figure = figureAt(text, at);
      if (!figure) return undefined;
      const { end, whole, fraction } = figure;
      // „L12345678A“ is the number of a document.
      if (isAt(/(?<=\p{L})\d{5}/uy, text, at)) return [end, digitByDigit(whole)];
      // „Në vitin 2003 shkolla …“: a year counts nothing, whatever follows.
      // „neni 14.1“ is no decimal.
      if (fraction && text.charAt(at + whole.length) === '.' && isReference.test(wordBefore(scene)))
        return [end, `${figures(whole)} pikë ${figures(fraction)}`];
      const word = wordAfter(scene, end);
      const feminine =
        !/^(1[5-9]|20)\d\d$/.test(whole) &&
        (countsFeminine(unitName(word) ?? word) || isAt(/ ?(°|£|të \p{Ll}+a(?!\p{L}))/uy, text, end));
      const digits = engine === 'espeak' && !fraction && !feminine && espeakSaysBetter.test(whole);
      return [end, digits ? whole : sayFigure(figure, feminine)];
    },
  ],
];

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
