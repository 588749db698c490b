import { findAbbreviation, type Abbreviation } from '../abbreviations.ts';
import { isAt, isLetter, isUpper, sticky } from '../characters.ts';
import { initial } from '../sentences/place.ts';
import { asWords, joinEnding } from './acronyms.ts';
import { caseAfter, inCase } from './grammar.ts';
import { letterName, spell } from './letters.ts';
import type { Examples, Rule } from './rule.ts';
import { capitalAfter, countBefore, wordBefore, type Scene } from './scene.ts';

/** „Z. H. u arrestua“, „A. Z.“, „B. Rr.“: a person's initials. */
const personal = sticky`(?:Z|Rr)\.(?:(?<=(?<!\p{L})${initial}\. ?\p{L}+\.)| ?(?:${initial}\.(?! ?\p{Lu})|[,;()]))`;
const numberNext = /:? ?([-−]?\d|[IVX]+(?!\p{L})|§|\+)/uy;

/** Whether nothing but closing marks is left behind a stop. */
export const endsAt = ({ text }: Scene, at: number): boolean =>
  isAt(/(?<=\.)\s{0,4}(["'”“’»)\]]\s{0,4}){0,4}$/y, text, at);
/** The stop of a sentence is heard: it stays. */
const ending = (scene: Scene, end: number): number => (endsAt(scene, end) ? end - 1 : end);

/** Whether the place is one for the abbreviation, and not for a word that ends a sentence. */
function fits(scene: Scene, end: number, { written, stop }: Abbreviation): boolean {
  const { text } = scene;
  if (stop === 'amount' || /^([mgtlsh]|ha|[mcd]m|[mc]l|kv|gr)\.$/.test(written)) return countBefore(scene) > 0;
  if (stop === 'number')
    // Some are said even where the number does not follow at once: „nr. i telefonit“.
    return isAt(numberNext, text, end) || (/^(nr|fq|tel|cel|mob|shek|vëll)\./.test(written) && !endsAt(scene, end));
  if (stop === 'name') return capitalAfter(scene, end);
  if (isAt(personal, text, scene.at)) return false;
  if (stop === 'joins') return !endsAt(scene, end) || /\..*\./.test(written);
  return written.length > 3 || !isLetter(text, end) || isUpper(text, end);
}

const asAsked = (scene: Scene, { said }: Abbreviation): string => inCase(said, caseAfter(wordBefore(scene)));

/** Abbreviations with and without their stops, in the case that the word before asks; initials by the letter's name. */
export const abbreviated: readonly Rule[] = [
  [
    /(?<!\p{L})(etj|dmth|psh|znj|znjsh|dr|dt|prof|nr|fq|shek|tel|shpk|vs|rr|zv)(?![\p{L}'.])/iuy,
    (scene, end, written) => {
      // „(PSH)“ is the police, „psh“ is not.
      const found = findAbbreviation(`${written}.`);
      const fitting = found?.stop === 'number' ? isAt(numberNext, scene.text, end) : written !== written.toUpperCase();
      return fitting && found && asAsked(scene, found);
    },
  ],
  [/min\.?(?= [-−]?\d+ ?(°|gradë))/y, () => 'minimumi'],
  // Elsewhere it is a person's.
  [/(?<=Washington,? )D\.?C\b\.?/y, (scene, end) => [ending(scene, end), 'di si']],
  [
    // The longest that the table knows; with a space after the stop of a short part, or without the last: „p. sh.“, „p.sh“
    /(?<!\p{L}|\d(?=\p{L}{4}))(\p{L}{1,2}\. ?|\p{L}{3,9}\.){1,5}((?<=\.)\p{L}{1,2}(?![\p{L}'-]))?/uy,
    (scene, _end, written) => {
      for (let rest = written; rest; rest = rest.replace(/[^.]+(\. ?)?$/, '')) {
        const found = findAbbreviation(rest.replace(/ /g, '').replace(/\.?$/, '.'));
        const end = scene.at + rest.trimEnd().length;
        // „z.a.“ is something else than „z.“
        if (isAt(/\p{Ll}\./uy, scene.text, end)) continue;
        if (found) return fits(scene, end, found) && [ending(scene, end), asAsked(scene, found)];
      }
      return undefined;
    },
  ],
  [
    // „O.K.B.-së“: an acronym with stops. Not before a name: „F.S. Noli“ has initials.
    sticky`(?<!\p{L})((?:${initial}\.){2,6}|(?:\p{Ll}\.){2,6})(?:-?(\p{Ll}{1,4})(?!\p{L}))?`,
    (scene, end, _written, letters, suffix) => {
      const capitals = letters.replaceAll('.', '').toUpperCase();
      if (!suffix && isUpper(letters, 0) && capitalAfter(scene, end)) return undefined;
      // Two are a person's: „O.K., 35 vjeç“.
      const said = capitals.length > 2 ? (asWords.get(capitals) ?? spell(capitals)) : spell(letters);
      return suffix ? joinEnding(said, suffix) : [ending(scene, end), said];
    },
  ],
  [
    // Before a name, another initial („A.K nga Peja“), or where the sentence goes on.
    sticky`(?<!\p{L})(${initial})\.(?= ?\p{Lu}\p{L}|-? ?${initial}(?!\p{L})| ?[,;:()]| \p{Ll})`,
    (_scene, _end, _written, letter) => letterName(letter),
  ],
];

export const examples: Examples = [
  ['takoi z. Rama', 'takoi zoti Rama'],
  ['fjala e znj. Osmani', 'fjala e zonjës Osmani'],
  ['foli me z. Kurti', 'foli me zotin Kurti'],
  ['Prof. Dr. Arben Lleshi', 'profesor doktor Arben Lleshi'],
  ['ligji nr. 8', 'ligji numër tetë'],
  ['libra, fletore etj.', 'libra, fletore e të tjera.'],
  ['libra, etj., që', 'libra, e të tjera, që'],
  ['libra etj dhe', 'libra e të tjera dhe'],
  ['p.sh. Tirana', 'për shembull Tirana'],
  ['p. sh. Tirana', 'për shembull Tirana'],
  ['d.m.th. asgjë', 'domethënë asgjë'],
  ['dmth asgjë', 'domethënë asgjë'],
  ['firma Drita sh.p.k. fitoi', 'firma Drita shoqëri me përgjegjësi të kufizuar fitoi'],
  ['në vitin 168 p.e.s.', 'në vitin njëqind e gjashtëdhjetë e tetë para erës sonë.'],
  ['E. Hoxha', 'e Hoxha'],
  ['F. S. Noli', 'fë së Noli'],
  ['S.H.B.A.-së', 'shë-bë-a-së'],
  ['në Washington, D.C., dje', 'në Washington, di si, dje'],
];
