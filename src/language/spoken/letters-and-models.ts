import { sticky } from '../characters.ts';
import { initial } from '../sentences/place.ts';
import { letterName } from './letters.ts';
import type { Examples, Rule } from './rule.ts';
import { isHeadline } from './scene.ts';

const lone = sticky`(?<!\p{L})(?:${initial}|(?<=\d\/?)[b-df-hj-np-tvwzç](?![.@]))(?![\p{L}'])`;

/**
 * Letters that stand for themselves: „Grupi D“, „5G“, „F-16“, „A320“, „neni 5b“. Vowels are their own names and stay. A
 * lone X is „iks“, as everybody says. The numbers beside them are read by the rules for numbers.
 */
export const lettersAndModels: readonly Rule[] = [
  [/(?<!\p{L})[Cc]ovid(?!\p{L})/uy, (_scene, _end, written) => written.replace('C', 'K').replace('c', 'k')],
  [
    lone,
    (scene, _end, letter) => {
      const name = letter === 'X' ? 'iks' : letterName(letter);
      // A vowel is its own name; in a headline it is a word: „KREU I SHTETIT“.
      return (name.length > 1 || isHeadline(scene)) && name;
    },
  ],
];

export const examples: Examples = [
  ['rrjeti 5G', 'rrjeti pesë gë'],
  ['avionë F-16', 'avionë fë gjashtëmbëdhjetë'],
  ['Airbus A320', 'Airbus A treqind e njëzet'],
  ['Covid-19', 'Kovid nëntëmbëdhjetë'],
  ['virusi H1N1', 'virusi hë një në një'],
  ['samiti i G20', 'samiti i gë njëzet'],
  ['rruga E75', 'rruga E shtatëdhjetë e pesë'],
  ['kanali TV2', 'kanali të-vë dy'],
  ['Windows 11', 'Windows njëmbëdhjetë'],
  ['ekran 4K', 'ekran katër kë'],
  ['vendimi i G7-ës', 'vendimi i gë shtatës'],
  ['rrjeti X', 'rrjeti iks'],
];
