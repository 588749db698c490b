import { isDigit, matchAt } from './characters.ts';
import { digitByDigit } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';

const groups = /\+?\d{1,6}(?:[ /-]?\(?\d{2,6}\)?){0,6}(?!\d)/y;
const phoneWord = /(?:telefon|celular|tel|whatsapp|viber|faks)\p{L}{0,4}[.:]? {0,2}$/iu;

/** Phone numbers, digit by digit with a pause between the groups: so they can be written down. */
export const phones: Rule = {
  name: 'phone numbers',
  begins: ['digit', 'sign'],
  read({ text }, at) {
    const plus = text.charAt(at) === '+';
    if (plus && !(isDigit(text, at + 1) && !isDigit(text, at - 1))) return undefined;
    const introduced = () => phoneWord.test(text.slice(Math.max(0, at - 24), at));
    if (!plus && text.charAt(at) !== '0' && !(isDigit(text, at) && introduced())) return undefined;
    const match = matchAt(groups, text, at);
    const count = match?.[0].replace(/\D/g, '').length ?? 0;
    const written = match?.[0] ?? '';
    const enough = plus || !introduced() ? 8 : 3;
    if (!match || count < enough || count > 15 || (!plus && /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(written)))
      return undefined;
    const parts = written.match(/\d+/g) ?? [];
    return { end: at + written.length, said: (plus ? 'plus ' : '') + parts.map(digitByDigit).join(', ') };
  },
};

export const examples: Examples = [
  ['telefono +383 44 123 456', 'telefono plus tre tetë tre, katër katër, një dy tre, katër pesë gjashtë'],
  ['në 069 20 12 345', 'në zero gjashtë nëntë, dy zero, një dy, tre katër pesë'],
  ['Tel. 129', 'telefon një dy nëntë'],
];
