import type { Examples, Rule } from './rule.ts';
import { countBefore } from './scene.ts';
import { entriesOf } from './table.ts';

/** Said wherever they stand; with „#“ only before a number, and mute elsewhere. */
const said = new Map(
  entriesOf(
    '& dhe,= baraz me,× herë,÷ pjesëtuar me,± plus minus,№ numër,@ et,§ paragrafi,© të drejtat e autorit,+ plus,/ ,| ,\\ ,' +
      '_ ,* ,~ #rreth,≈ #rreth,< #më pak se,> #më shumë se,≤ #më së shumti,≥ #së paku,# #numër',
  ),
);

/** What is left: signs that are words, signs that are silence, emoji. */
export const signs: readonly Rule[] = [
  [
    /[xX](?= ?(?:([124]00(?!\d)|[mn][ëe] )|\d))/y,
    (scene, _end, _written, relay) => countBefore(scene) > 0 && (relay ? 'herë' : 'me'),
  ],
  [/(?<=\p{L})\/(?=\d+(?:[ .]?000| mijë)? ?(?:km|or|ban))/uy, () => 'për'],
  [/(?<=\d)\/(?=\d+ ?mmHg)/y, () => 'me'],
  [/(?<=\d)\/(?=[-−+]?\d)/y, () => ', '],
  [/(?<=\d)\*(?=\d)/y, () => 'herë'],
  // „VIDEO/ Zjarr në …“, „07:00 Lajmet / 09:30 Filmi“
  [/[/|](?=\s)/y, () => ','],
  [/§§/y, () => 'paragrafët'],
  [
    /[^\p{L}\d](?=(\s{0,3}\d)?)/uy,
    (_scene, _end, sign, number) => {
      const word = said.get(sign);
      return word?.startsWith('#') ? number && word.slice(1) : word;
    },
  ],
  // Bullets, arrows, marks of trade: symbols of no language. And „vitet '90“: the mark of what is left out.
  [/[\p{So}\p{Sm}\p{Emoji_Modifier}·•‣⁃†‡¶]|(?<![^\s–-])'(?=\d\d(?!\d))/uy, () => ''],
];

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
