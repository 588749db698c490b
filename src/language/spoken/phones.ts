import { digitByDigit } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';

/** But no date, and no part of another number. */
const groups =
  '(?<!\\d)(?!\\d\\d?[/-]\\d\\d?[/-]\\d{2,4}(?!\\d))\\+?\\d{1,6}(?:[ /-]?\\(?\\d{1,6}\\)?){0,6}(?!\\d|[.,:]\\d)';

/** Phone numbers, digit by digit with a pause between the groups: so they can be written down. */
export const phones: readonly Rule[] = [
  ['(?<=(?:telefon|celular|tel|whatsapp|viber|faks)\\p{L}{0,4}[.:]? {0,2})', 3] as const,
  ['(?=[+0])', 8] as const,
].map(([where, least]) => [
  new RegExp(where + groups, 'iuy'),
  (_scene, _end, written) => {
    const parts = written.match(/\d+/g) ?? [];
    const count = parts.join('').length;
    if (count < least || count > 15) return undefined;
    return (written.startsWith('+') ? 'plus ' : '') + parts.map(digitByDigit).join(', ');
  },
]);

export const examples: Examples = [
  ['telefono +383 44 123 456', 'telefono plus tre tetë tre, katër katër, një dy tre, katër pesë gjashtë'],
  ['në 069 20 12 345', 'në zero gjashtë nëntë, dy zero, një dy, tre katër pesë'],
  ['Tel. 129', 'telefon një dy nëntë'],
];
