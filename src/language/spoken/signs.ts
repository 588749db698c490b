import { isBlank, isDigit, isLetter, matchAt } from './characters.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

/** Said wherever they stand; '' is mute. */
const plain: Readonly<Record<string, string>> = {
  '&': 'dhe',
  '=': 'baraz me',
  '≠': 'jo baraz me',
  '×': 'herë',
  '÷': 'pjesëtuar me',
  '±': 'plus minus',
  '√': 'rrënja e',
  '∞': 'pafundësi',
  '№': 'numër',
  '@': 'et',
  µ: 'mikro',
  '‰': 'për mijë',
  '§': 'paragrafi',
  '©': 'të drejtat e autorit',
  '≤': 'jo më shumë se',
  '≥': 'jo më pak se',
  '→': 'në',
  '°': 'gradë',
  '†': 'vdiq',
};
const mute = '™®•·▪■□►▶●○◆★☆‣⁃*_|\\¶‡¬¦';
/** Said only before a number. */
const beforeNumber: Readonly<Record<string, string>> = {
  '~': 'rreth',
  '≈': 'rreth',
  '<': 'më pak se',
  '>': 'më shumë se',
  '#': 'numër',
};
const emoji = /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})+/uy;
const times = /[xX](?= ?\d)/y;
const relay = /^ ?[124]00(?!\d)/;
/** „vitet '90“: the mark of what is left out. */
const decade = /'(?=\d\d(?!\d))/y;

function stroke(scene: Scene, at: number): Reading {
  const { text } = scene;
  const between = isDigit(text, at - 1) && isDigit(text, at + 1);
  return { end: at + 1, said: between ? ', ' : '' };
}

/** „+“ is said before a number and after one, and between words that it joins. */
function plusOrStar(scene: Scene, at: number): Reading | undefined {
  const { text } = scene;
  if (text.charAt(at) === '*') {
    const product = scene.countBefore(at) && scene.digitAfter(at + 1);
    return { end: at + 1, said: product ? 'herë' : '' };
  }
  return text.charAt(at) === '+' ? { end: at + 1, said: 'plus' } : undefined;
}

/** What is left: signs that are words, signs that are silence, emoji. */
export const signs: Rule = {
  name: 'signs',
  begins: ['sign', 'letter'],
  read(scene, at) {
    const { text } = scene;
    const sign = text.charAt(at);
    if (isLetter(text, at)) {
      if (!(scene.countBefore(at) && matchAt(times, text, at))) return undefined;
      return { end: at + 1, said: relay.test(text.slice(at + 1, at + 6)) ? 'herë' : 'me' };
    }
    const counted = beforeNumber[sign];
    if (counted) return scene.digitAfter(at + 1) ? { end: at + 1, said: counted } : { end: at + 1, said: '' };
    const said = plusOrStar(scene, at);
    if (said) return said;
    if (sign === '§' && text.charAt(at + 1) === '§') return { end: at + 2, said: 'paragrafët' };
    if (sign === "'" && matchAt(decade, text, at) && (at === 0 || isBlank(text, at - 1)))
      return { end: at + 1, said: '' };
    if (sign === '/') return stroke(scene, at);
    const word = plain[sign];
    if (word !== undefined) return { end: at + 1, said: word };
    if (sign && mute.includes(sign)) return { end: at + 1, said: '' };
    const picture = sign > '\u2000' ? matchAt(emoji, text, at) : null;
    return picture ? { end: at + picture[0].length, said: '' } : undefined;
  },
};

export const examples: Examples = [
  ['Blloku & Sheshi', 'Blloku dhe Sheshi'],
  ['2+2=4', 'dy plus dy baraz me katër'],
  ['3 × 4', 'tre herë katër'],
  ['dhoma 4x5', 'dhoma katër me pesë'],
  ['stafeta 4x100', 'stafeta katër herë njëqind'],
  ['sipas § 102', 'sipas paragrafi njëqind e dy'],
  ['vendi #1', 'vendi numër një'],
  ['dhe/ose', 'dhe ose'],
  ['ligji 45/2021', 'ligji dyzet e pesë, dy mijë e njëzet e një'],
  ['rreth ~500 vetë', 'rreth rreth pesëqind vetë'],
  ['vitet ’70', 'vitet shtatëdhjetë'],
  ['Urime 🎉!', 'Urime !'],
  ['Dëgjo™', 'Dëgjo'],
  ['kafe · çaj', 'kafe çaj'],
];
