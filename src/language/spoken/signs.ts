import { isAt, matchAt } from '../characters.ts';
import type { Examples, Rule } from './rule.ts';

/** Said wherever they stand; with „#“ only before a number, and mute elsewhere. */
const plain = new Map(
  '&dhe,=baraz me,×herë,÷pjesëtuar me,±plus minus,№numër,@et,§paragrafi,©të drejtat e autorit,+plus,/,|,\\,_,*,~#rreth,≈#rreth,<#më pak se,>#më shumë se,##numër'
    .split(',')
    .map((entry) => [entry.charAt(0), entry.slice(1)] as const),
);
/** Bullets, arrows, marks of trade: symbols of no language. And „vitet '90“: the mark of what is left out. */
const mute = /[\p{So}\p{Sm}\p{Emoji_Modifier}·•‣⁃†‡¶]|(?<!\S)'(?=\d\d(?!\d))/uy;
const times = /[xX](?= ?(?:([124]00)(?!\d)|\d))/y;
const between = /(?<=\d)[/*](?=\d)/y;

/** What is left: signs that are words, signs that are silence, emoji. */
export const signs: Rule = (scene, at) => {
  const { text } = scene;
  const end = at + 1;
  if (scene.countBefore(at)) {
    const by = matchAt(times, text, at);
    if (by) return [end, by[2] ? 'herë' : 'me'];
  }
  if (isAt(between, text, at)) return [end, text.charAt(at) === '/' ? ', ' : 'herë'];
  if (isAt(/§§/y, text, at)) return [at + 2, 'paragrafët'];
  const said = plain.get(text.charAt(at));
  if (said?.startsWith('#')) return [end, scene.digitAfter(end) ? said.slice(1) : ''];
  if (said !== undefined) return [end, said];
  const picture = matchAt(mute, text, at);
  return picture && [picture[0], ''];
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
