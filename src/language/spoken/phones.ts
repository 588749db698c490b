import { isAt, isDigit, matchAt } from '../characters.ts';
import { digitByDigit } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';

const groups = /(?<!\d)\+?\d{1,6}(?:[ /-]?\(?\d{2,6}\)?){0,6}(?!\d)/y;
const introduced = /(?<=(?:telefon|celular|tel|whatsapp|viber|faks)\p{L}{0,4}[.:]? {0,2})/iuy;
const date = /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/;

/** Phone numbers, digit by digit with a pause between the groups: so they can be written down. */
export const phones: Rule = ({ text }, at) => {
  if (!/[+\d]/.test(text.charAt(at))) return undefined;
  const named = isDigit(text, at) && isAt(introduced, text, at);
  if (!named && !/[+0]/.test(text.charAt(at))) return undefined;
  const [end, written] = matchAt(groups, text, at) ?? [at, ''];
  const parts = written.match(/\d+/g) ?? [];
  const count = parts.join('').length;
  if (count < (named ? 3 : 8) || count > 15 || date.test(written)) return undefined;
  return [end, (written.startsWith('+') ? 'plus ' : '') + parts.map(digitByDigit).join(', ')];
};

export const examples: Examples = [
  ['telefono +383 44 123 456', 'telefono plus tre tetë tre, katër katër, një dy tre, katër pesë gjashtë'],
  ['në 069 20 12 345', 'në zero gjashtë nëntë, dy zero, një dy, tre katër pesë'],
  ['Tel. 129', 'telefon një dy nëntë'],
];
