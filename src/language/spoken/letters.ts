const names: Readonly<Record<string, string>> = { W: 'vë' };
const digraph = /DH|GJ|LL|NJ|RR|SH|TH|XH|ZH|\p{L}/giu;
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

const onset = new Set(
  'NGJ MBR MBL NDR NGR SHKL VD BL BR DR FL FR GL GR KL KR PL PR SHK SHP SHT SHKR SHPR SHTR SK SKR SL SM SN SP SPR ST STR SV TR VL VR KS PS FSH KSH PSH XHV MB ND NG SHQ SHF SHM SHN SHL THR DHR ZB ZD ZG ZH ZHG ZV RR CV ÇK ÇL ÇM'.split(
    ' ',
  ),
);
const coda = new Set(
  'ST NT ND RT RK RM RN LT LK NS KS RS NG RD LD FT SHT MP RP NK LF RF LM NXH TS LS LB RB RG PS RSH RTH RDH LTH RZH NZ RV SK'.split(
    ' ',
  ),
);

/** Whether an Albanian mouth finds a syllable for every consonant. */
export function isPronounceable(written: string): boolean {
  const letters = lettersOf(written.toUpperCase());
  if (letters.includes('W')) return false;
  const runs: string[][] = [[]];
  for (const letter of letters) {
    if (vowels.includes(letter)) runs.push([]);
    else runs.at(-1)?.push(letter);
  }
  if (runs.length < 2) return false;
  return (
    runs.every((run, index) => {
      if (run.length < 2) return true;
      if (index === 0) return onset.has(run.join(''));
      if (index === runs.length - 1) return coda.has(run.join(''));
      return run.length === 2 || onset.has(run.slice(1).join(''));
    }) && !/[AEËIOUY]{3}/.test(written)
  );
}
