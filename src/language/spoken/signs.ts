import { isBlank, isDigit, isLetter, matchAt } from './characters.ts';
import type { Examples, Rule } from './rule.ts';

/** Said wherever they stand. */
const plain = new Map(
  '&dhe|=baraz me|×herë|÷pjesëtuar me|±plus minus|№numër|@et|§paragrafi|©të drejtat e autorit|+plus|/|\\|_|*|™|®'
    .split('|')
    .map((entry) => [entry.charAt(0), entry.slice(1)] as const)
    .concat([['|', '']]),
);
/** Said only before a number, mute elsewhere. */
const beforeNumber = new Map([
  ['~', 'rreth'],
  ['≈', 'rreth'],
  ['<', 'më pak se'],
  ['>', 'më shumë se'],
  ['#', 'numër'],
]);
/** Bullets, arrows, marks of trade: symbols of no language. */
const mute = /[\p{So}\p{Sm}\p{Emoji_Modifier}·•‣⁃†‡¶]/uy;
const times = /[xX](?= ?\d)/y;
const relay = /^ ?[124]00(?!\d)/;
/** „vitet '90“: the mark of what is left out. */
const decade = /'(?=\d\d(?!\d))/y;

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
    const end = at + 1;
    const counted = beforeNumber.get(sign);
    if (counted) return { end, said: scene.digitAfter(end) ? counted : '' };
    const number = isDigit(text, at - 1) && isDigit(text, end);
    if (number && (sign === '/' || sign === '*')) return { end, said: sign === '/' ? ', ' : 'herë' };
    if (sign === '§' && text.charAt(end) === '§') return { end: end + 1, said: 'paragrafët' };
    if (sign === "'" && matchAt(decade, text, at) && (at === 0 || isBlank(text, at - 1))) return { end, said: '' };
    const said = plain.get(sign);
    if (said !== undefined) return { end, said };
    const picture = sign > '\u007f' ? matchAt(mute, text, at) : null;
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
