import { anyCase } from '../characters.ts';
import { digraph } from '../sentences/place.ts';

const anyLetter = new RegExp(`${digraph}|\\p{L}`, 'giu');

/** The letters of Albanian in capitals: digraphs are one letter (Drejtshkrimi § 84). */
export const lettersOf = (written: string): readonly string[] => written.match(anyLetter) ?? [];

/** The name of a letter: vowels name themselves, consonants take ë; W is called as V („bë-më-vë“). */
export function letterName(letter: string): string {
  const small = letter.toLowerCase().replace('w', 'v');
  return 'aeëiouy'.includes(small) ? small : `${small}ë`;
}

/** „OKB“ → „o-kë-bë“. */
export const spell = (written: string): string => lettersOf(written).map(letterName).join('-');

/** Clusters that begin a word or a syllable („shkr“, „ngj“, „fsh“), and those that end a word („rk“, „sht“, „mp“). */
const onset =
  '[ZS]H?[PTKQFBDGVMNL]?R?|[PBKGTDFVMC]?[RL]|(DH|TH)R|M[BN]R?|MBL|N(?:DR?|GR?|GJ)|[KP]S|VD|[FKP]SH|XHV|RR|Ç[KLM]|SHKL';
const coda = 'J[MNT]|[RLN][TKDGSM]|R[NPBV]|R?[SPL]?TH|LD|LF|LB|MP|N?[KT]?S|[SPK]K|SHT|F?T|RSH|N[XZ]H?';
const vowel = '[AEËIOUY]';
const consonant = String.raw`(${digraph}|(?!${digraph}|W|${vowel})\p{L})`;
/** Whether an Albanian mouth finds a syllable for every consonant. At no place it can go on in two ways, so it is fast. */
const pronounceable = anyCase`^(${consonant}(?=${vowel})|${onset})?(${vowel}{1,2}${consonant}(${consonant}?(?=${vowel})|(?!${consonant}?${vowel})(${onset})))*${vowel}{1,2}(${consonant}|${coda})?$`;

export const isPronounceable = (written: string): boolean => pronounceable.test(written);
