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
  '([ZS]H?[PTKQFBDGVMNL]?R?|[PBKGTDFVMC]?H?(RR?|LL?)|M[BPN][RL]?|N[DGX]R?|[FKP]SH?|VD|F[TQ]|KTH|TM|XHV|Ç[DFKLMNPR]|SHKL)J?';
const coda =
  'J[KMNT]|[RLN][TKDGSMQÇ]|R[NPBV]|(R?[SPL]?|NK)TH|L[FB]|M[PB]|N?[KT]?S|[SPK]K|SHT|(F|K?S?)T|R[SD]H|[NR][XZ]H?';
const vowel = '[AEËIOUY]';
const consonant = String.raw`(${digraph}|(?!${digraph}|${vowel})\p{L})`;
/** None, one, or one with j: „kjo“, „fjalë“. */
const light = `(${consonant}J?)?`;
/** Whether an Albanian mouth finds a syllable for every consonant. At no place it can go on in two ways, so it is fast. */
const pronounceable = anyCase`^(${light}(?=${vowel})|${onset})(${vowel}{1,2}${consonant}(${light}(?=${vowel})|(?!${light}${vowel})${onset}))*${vowel}{1,2}(${consonant}|${coda})?$`;

export const isPronounceable = (written: string): boolean => pronounceable.test(written);
