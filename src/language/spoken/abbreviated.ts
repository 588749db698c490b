import { findAbbreviation, longestAbbreviation, type Abbreviation } from '../abbreviations.ts';
import { isKnownAcronym, joinEnding, sayAcronym } from './acronyms.ts';
import { isDigit, isLetter, isUpper, matchAt, wordEnd } from './characters.ts';
import { caseAfter, inCase } from './grammar.ts';
import { letterName, spell } from './letters.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

/** Written without a stop as well. */
const stopless = ['etj', 'dmth', 'psh', 'znj', 'znjsh', 'dr', 'prof', 'nr', 'fq', 'shek', 'tel', 'shpk', 'vs', 'rr'];
const oneLetterUnit = /^(?:[mgtlsh]|ha|mm|cm|dm|ml|cl|kv|gr|mw)\.$/;
/** Said even where the number does not follow at once: „nr. i telefonit“. */
const numberUnderstood = /^(?:nr|num|fq|faq|tel|cel|mob|shek|vëll)\./;
const numberNext = /^ ?(?:\d|[IVX]+(?!\p{L})|§|\+)/u;
const initials = /(?:\p{Lu}|Dh|Gj|Ll|Nj|Rr|Sh|Th|Xh|Zh)\.(?= ?\p{Lu}\p{L}|-? ?(?:\p{Lu}|[DSTXZ]h|[GN]j|Ll|Rr)\.)/uy;
const dotted = /(?:\p{Lu}h?\.){2,6}(?:-?(\p{Ll}{1,4})(?!\p{L}))?/uy;

/** The longest run of „x.y.z.“ at a place that the table knows; one space may stand after each stop. */
function longest(scene: Scene, at: number): { found: Abbreviation; end: number } | undefined {
  const { text } = scene;
  let written = '';
  let best: { found: Abbreviation; end: number } | undefined;
  let from = at;
  for (let part = 0; part < 5; part += 1) {
    const end = wordEnd(text, from);
    if (end === from || end - from > longestAbbreviation || text.charAt(end) !== '.') break;
    written += text.slice(from, end + 1);
    const found = findAbbreviation(written);
    if (found) best = { found, end: end + 1 };
    from = text.charAt(end + 1) === ' ' && end + 1 - from < 4 ? end + 2 : end + 1;
  }
  return best;
}

/** Whether the place is one for the abbreviation, and not for a word that ends a sentence. */
function fits(scene: Scene, at: number, end: number, { written, stop }: Abbreviation): boolean {
  const after = scene.text.slice(end, end + 12);
  if (oneLetterUnit.test(written)) return scene.countBefore(at) !== undefined;
  if (isLetter(scene.text, end) && !isUpper(scene.text, end) && written.length < 4 && stop === 'end') return false;
  if (stop === 'number') return numberNext.test(after) || (numberUnderstood.test(written) && !scene.endsAt(end));
  if (stop === 'name') return scene.capitalAfter(end);
  if (stop === 'joins') return !scene.endsAt(end) || written.split('.').length > 2;
  return stop === 'end' || scene.countBefore(at) !== undefined;
}

function withStop(scene: Scene, at: number): Reading | undefined {
  const match = longest(scene, at);
  if (!match || !fits(scene, at, match.end, match.found)) return undefined;
  const said = inCase(match.found.said, caseAfter(scene.wordBefore(at)));
  // The stop of a sentence is heard: it stays.
  return { end: scene.endsAt(match.end) ? match.end - 1 : match.end, said };
}

function withoutStop(scene: Scene, at: number, end: number): Reading | undefined {
  const word = scene.text.slice(at, end);
  const low = word.toLowerCase();
  // „(PSH)“ is the police, „psh“ is not.
  const capitals = word === word.toUpperCase();
  const found = capitals || !stopless.includes(low) ? undefined : findAbbreviation(`${low}.`);
  if (!found || (found.stop === 'number' && !numberNext.test(scene.text.slice(end, end + 6)))) return undefined;
  return { end, said: inCase(found.said, caseAfter(scene.wordBefore(at))) };
}

/** „O.K.B.-së“: an acronym with stops. Not before a name: „F.S. Noli“ has initials. */
function stoppedLetters(scene: Scene, at: number): (Reading & { readonly known: boolean }) | undefined {
  const match = matchAt(dotted, scene.text, at);
  if (!match) return undefined;
  const end = at + match[0].length;
  const suffix = match[1] ?? '';
  const letters = match[0]
    .slice(0, match[0].length - suffix.length)
    .replace(/[.-]/g, '')
    .toUpperCase();
  const known = isKnownAcronym(letters);
  if (!known && !suffix && scene.capitalAfter(end)) return undefined;
  const said = known ? sayAcronym(letters) : spell(letters);
  if (suffix) return { end, said: joinEnding(said, suffix), known };
  return { end: scene.endsAt(end) ? end - 1 : end, said, known };
}

/** Abbreviations with and without their stops, in the case that the word before asks; initials by the letter's name. */
export const abbreviated: Rule = {
  name: 'abbreviations',
  begins: ['letter'],
  words: stopless,
  read(scene, at) {
    const { text } = scene;
    const end = wordEnd(text, at);
    if (isLetter(text, at - 1) || (isDigit(text, at - 1) && end - at > 3)) return undefined;
    if (text.charAt(end) !== '.') return end - at < 6 ? withoutStop(scene, at, end) : undefined;
    const letters = isUpper(text, at) ? stoppedLetters(scene, at) : undefined;
    const found = letters?.known ? letters : (withStop(scene, at) ?? letters);
    if (found || !isUpper(text, at)) return found;
    const initial = matchAt(initials, text, at);
    return initial ? { end: at + initial[0].length, said: letterName(initial[0].slice(0, -1)) } : undefined;
  },
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
