import { isLetter } from './characters.ts';
import { isInitial, previousWord } from './word-before.ts';

/** Nouns that a letter follows as a name of its own: „notën A.“, „Grupi D.“, „shekulli V.“ Each with all its cases. */
const letterNouns = new RegExp(
  `^(?:${[
    'not[aë]',
    'grup',
    'vitamin',
    'hepatit',
    'klas',
    'paralel',
    'kategori',
    'seri',
    'plan',
    'variant',
    'version',
    'pik[aëe]',
    'bllok',
    'lagj',
    'zon',
    'sall',
    'port[aëe]',
    'shkronj',
    'germ',
    'gërm',
    'tip',
    'lloj',
    'lig[aë]',
    'grip',
    'hyrj',
    'shkall',
    'godin',
    'terminal',
    'linj',
    'ekip',
    'skuadr',
    'divizion',
    'nivel',
    'shekull',
    'kapitull',
    'vëllim',
    'faz[aëe]',
    'shtojc',
    'aneks',
    'formular',
    'tabel',
    'figur',
    'profil',
    'opsion',
    'alternativ',
  ].join('|')})\\p{L}{0,4}$`,
  'u',
);

/** Shortened nouns that a Roman numeral follows: „shek. V.“ */
const numeralNouns = /(?:^|\P{L})(?:shek|kap|vëll|kl|pj)\. ?$/iu;

/** Nouns that a person known only by initials follows: „shtetasi A.H.“, „34-vjeçarja E. K.“ */
const personNouns =
  /^(?:shtetas|qytetar|person|i?nicial|dyshuar|mitur|pandehur|akuzuar|arrestuar|ndaluar|viktim|vjeçar|djal|vajz|gru[ae]|burr|quajtur)\p{L}{0,4}$/u;

/** Initials that hang together: „J. F.“, „A.H.“ */
export interface Initials {
  readonly start: number;
  readonly count: number;
}

/** @param start where the last word with inner stops begins, `word` is that word without its last stop */
export function readInitials(text: string, start: number, word: string): Initials {
  let count = word.split('.').length;
  for (; count < 5; count++) {
    const before = /(?:^|[^\p{L}])(\p{Lu}\p{L}?)\. ?$/u.exec(text.slice(Math.max(0, start - 5), start));
    if (before?.[1] === undefined || !isInitial(before[1])) break;
    start -= before[0].length - before[0].indexOf(before[1]);
  }
  return { start, count };
}

/** Whether the noun before makes the initials whole, so that no surname need follow. */
export function areWhole(text: string, { start, count }: Initials): boolean {
  const noun = previousWord(text, start);
  return (
    letterNouns.test(noun) ||
    numeralNouns.test(text.slice(Math.max(0, start - 7), start)) ||
    (count > 1 && personNouns.test(noun))
  );
}

/** Whether an initial with its stop stands at `at`. */
export function isInitialAt(text: string, at: number): boolean {
  const stop = text.charAt(at + 1) === '.' ? at + 1 : at + 2;
  return text.charAt(stop) === '.' && isLetter(text.charCodeAt(at)) && isInitial(text.slice(at, stop));
}
