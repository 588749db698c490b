import { findAbbreviation, longestAbbreviation, type Abbreviation } from '../abbreviations.ts';
import { isAt, isDigit, isLetter, isUpper, matchAt, wordEnd } from '../characters.ts';
import { isKnownAcronym, joinEnding, sayAcronym } from './acronyms.ts';
import { caseAfter, inCase } from './grammar.ts';
import { letterName, spell } from './letters.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

/** Written without a stop as well. */
export const stopless = 'etj dmth psh znj znjsh dr prof nr fq shek tel shpk vs rr'.split(' ');
const shortUnit = /^(?:[mgtlsh]|ha|[mcd]m|[mc]l|kv|gr)\.$/;
/** Said even where the number does not follow at once: „nr. i telefonit“. */
const numberUnderstood = /^(?:nr|fq|tel|cel|mob|shek|vëll)\./;
const numberNext = / ?(?:\d|[IVX]+(?!\p{L})|§|\+)/uy;
const initial =
  /([DSTXZ][Hh]|[GN][Jj]|L[Ll]|R[Rr]|\p{Lu})\.(?= ?\p{Lu}\p{L}|-? ?(?:[DSTXZ][Hh]|[GN][Jj]|L[Ll]|R[Rr]|\p{Lu})\.)/uy;
const dotted = /((?:\p{Lu}h?\.){2,6})(?:-?(\p{Ll}{1,4})(?!\p{L}))?/uy;

/** The stop of a sentence is heard: it stays. */
const ending = (scene: Scene, end: number): number => (scene.endsAt(end) ? end - 1 : end);

/** Whether the place is one for the abbreviation, and not for a word that ends a sentence. */
function fits(scene: Scene, at: number, end: number, { written, stop }: Abbreviation): boolean {
  const { text } = scene;
  if (stop === 'amount' || shortUnit.test(written)) return scene.countBefore(at) !== undefined;
  if (stop === 'number') return isAt(numberNext, text, end) || (numberUnderstood.test(written) && !scene.endsAt(end));
  if (stop === 'name') return scene.capitalAfter(end);
  if (stop === 'joins') return !scene.endsAt(end) || /\..*\./.test(written);
  return written.length > 3 || !isLetter(text, end) || isUpper(text, end);
}

/** The longest run of „x.y.z.“ at a place that the table knows; one space may stand after each stop. */
function withStop(scene: Scene, at: number): Reading | undefined {
  const { text } = scene;
  let written = '';
  let found: Abbreviation | undefined;
  let to = at;
  for (let from = at, part = 0; part < 5; part++) {
    const end = wordEnd(text, from);
    if (end === from || end - from > longestAbbreviation || text.charAt(end) !== '.') break;
    written += text.slice(from, end + 1);
    const longer = findAbbreviation(written);
    if (longer) [found, to] = [longer, end + 1];
    from = text.charAt(end + 1) === ' ' && end - from < 3 ? end + 2 : end + 1;
  }
  return found && fits(scene, at, to, found) ? [ending(scene, to), asAsked(scene, at, found)] : undefined;
}

const asAsked = (scene: Scene, at: number, { said }: Abbreviation): string =>
  inCase(said, caseAfter(scene.wordBefore(at)));

function withoutStop(scene: Scene, at: number, end: number): Reading | undefined {
  const word = scene.text.slice(at, end);
  const low = word.toLowerCase();
  // „(PSH)“ is the police, „psh“ is not.
  const found = word !== word.toUpperCase() && stopless.includes(low) ? findAbbreviation(`${low}.`) : undefined;
  if (!found || (found.stop === 'number' && !isAt(numberNext, scene.text, end))) return undefined;
  return [end, asAsked(scene, at, found)];
}

/** „O.K.B.-së“: an acronym with stops. Not before a name: „F.S. Noli“ has initials. */
function stoppedLetters(scene: Scene, at: number, known: boolean): Reading | undefined {
  const match = matchAt(dotted, scene.text, at);
  if (!match) return undefined;
  const [end, , stopped, suffix] = match;
  const letters = stopped.replaceAll('.', '').toUpperCase();
  if (isKnownAcronym(letters) !== known || (!known && !suffix && scene.capitalAfter(end))) return undefined;
  const said = known ? sayAcronym(letters) : spell(letters);
  return suffix ? [end, joinEnding(said, suffix)] : [ending(scene, end), said];
}

function initialAt(text: string, at: number): Reading | undefined {
  const match = matchAt(initial, text, at);
  return match && [match[0], letterName(match[2])];
}

/** Abbreviations with and without their stops, in the case that the word before asks; initials by the letter's name. */
export const abbreviated: Rule = (scene, at) => {
  const { text } = scene;
  const end = wordEnd(text, at);
  if (isLetter(text, at - 1) || (isDigit(text, at - 1) && end - at > 3)) return undefined;
  if (text.charAt(end) !== '.') return end - at < 6 ? withoutStop(scene, at, end) : undefined;
  return (
    stoppedLetters(scene, at, true) ?? withStop(scene, at) ?? stoppedLetters(scene, at, false) ?? initialAt(text, at)
  );
};

export const examples: Examples = [
  ['takoi z. Rama', 'takoi zoti Rama'],
  ['fjala e znj. Osmani', 'fjala e zonjës Osmani'],
  ['foli me z. Kurti', 'foli me zotin Kurti'],
  ['Prof. Dr. Arben Lleshi', 'profesor doktor Arben Lleshi'],
  ['ligji nr. 8', 'ligji numër tetë'],
  ['libra, fletore etj.', 'libra, fletore e të tjera.'],
  ['libra, etj., që', 'libra, e të tjera, që'],
  ['p.sh. Tirana', 'për shembull Tirana'],
  ['p. sh. Tirana', 'për shembull Tirana'],
  ['d.m.th. asgjë', 'domethënë asgjë'],
  ['dmth asgjë', 'domethënë asgjë'],
  ['firma Drita sh.p.k. fitoi', 'firma Drita shoqëri me përgjegjësi të kufizuar fitoi'],
  ['në vitin 168 p.e.s.', 'në vitin njëqind e gjashtëdhjetë e tetë para erës sonë.'],
  ['E. Hoxha', 'e Hoxha'],
  ['F. S. Noli', 'fë së Noli'],
  ['S.H.B.A.-së', 'shë-bë-a-së'],
];
