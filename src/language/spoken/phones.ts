import { stickyAnyCase } from '../characters.ts';
import { letterName } from './letters.ts';
import { digitByDigit } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';

/** But no date, and no part of another number. */
const groups = String.raw`(?<!\d)(?!\d\d?[/-]\d\d?[/-]\d{2,4}(?!\d))\+?\d{1,6}([ /-]?\(?\d{1,6}\)?){0,6}(?!\d|[.,:]\d| ?(?:€|euro|lek|mij))`;

/** Phone and bank numbers, digit by digit with a pause between the groups: so they can be written down. */
export const phones: readonly Rule[] = [
  ...[
    [
      String.raw`(?<=(?<!\p{L})((telefon|celular|tel|whatsapp|viber|faks)\p{L}{0,4}[.:]?|(telefono(ni)?|thirrni) .{0,30}(në|numrin)) {0,2})`,
      3,
    ] as const,
    ['(?=[+0])', 8] as const,
  ].map(([where, least]): Rule => [
    stickyAnyCase`${where}${groups}`,
    (_scene, _end, written) => {
      const parts = written.match(/\d+/g) ?? [];
      const count = parts.join('').length;
      if (count < least || count > 15) return undefined;
      return (written.startsWith('+') ? 'plus ' : '') + parts.map(digitByDigit).join(', ');
    },
  ]),
  // IBAN (ISO 13616)
  [
    /[A-Z]{2}\d\d( ?[A-Z\d]{4}){3,7}( ?[A-Z\d]{1,3})?(?![\p{L}\d])/uy,
    (_scene, _end, written) =>
      (written.replaceAll(' ', '').match(/.{1,4}/g) ?? [])
        .map((group) => Array.from(group, (sign) => digitByDigit(sign) || letterName(sign)).join(' '))
        .join(', '),
  ],
];

export const examples: Examples = [
  ['telefono +383 44 123 456', 'telefono plus tre tetë tre, katër katër, një dy tre, katër pesë gjashtë'],
  ['në 069 20 12 345', 'në zero gjashtë nëntë, dy zero, një dy, tre katër pesë'],
  ['Tel. 129', 'telefon një dy nëntë'],
  ['telefononi falas në 116 123', 'telefononi falas në një një gjashtë, një dy tre'],
  [
    'IBAN XK05 1212 0123 4567 8906',
    'iban xë kë zero pesë, një dy një dy, zero një dy tre, katër pesë gjashtë shtatë, tetë nëntë zero gjashtë',
  ],
];
