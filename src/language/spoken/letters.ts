const names: Readonly<Record<string, string>> = { W: 'vë' };
const digraph = /[DSTXZ]H|[GN]J|LL|RR|\p{L}/giu;
const vowels = 'AEËIOUY';

/** The letters of Albanian in capitals: digraphs are one letter (Drejtshkrimi § 84). */
export const lettersOf = (written: string): readonly string[] => written.match(digraph) ?? [];

/** The name of a letter: vowels name themselves, consonants take ë; W is called as V („bë-më-vë“). */
export function letterName(letter: string): string {
  const capital = letter.toUpperCase();
  return names[capital] ?? capital.toLowerCase() + (vowels.includes(capital) ? '' : 'ë');
}

/** „OKB“ → „o-kë-bë“. */
export const spell = (written: string): string => lettersOf(written).map(letterName).join('-');

/** Clusters that begin a word or a syllable („shkr“, „ngj“, „fsh“), and those that end a word („rk“, „sht“, „mp“). */
const onset =
  /^(?:[ZS]H?[PTKQFBDGVMNL]?R?|[PBKGTDFVMC]?[RL]|(?:DH|TH)R|M[BN]R?|MBL|N(?:DR?|GR?|GJ)|[KP]S|VD|[FKP]SH|XHV|RR|Ç[KLM]|SHKL)$/;
const coda = /^(?:J[MNT]|[RLN][TKDGSM]|R[NPBV]|R?[SPL]?TH|LD|LF|LB|MP|N?[KT]?S|[SPK]K|SHT|F?T|RSH|N[XZ]H?)$/;

/** Whether an Albanian mouth finds a syllable for every consonant. */
export function isPronounceable(written: string): boolean {
  const clusters = written.toUpperCase().split(/[AEËIOUY]/);
  if (clusters.length < 2 || /W|[AEËIOUY]{3}/i.test(written)) return false;
  return clusters.every((cluster, index) => {
    const { length } = lettersOf(cluster);
    if (length < 2) return true;
    if (index === 0) return onset.test(cluster);
    if (index === clusters.length - 1) return coda.test(cluster);
    return length === 2 || onset.test(cluster.slice(1));
  });
}
