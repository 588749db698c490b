import { isAt } from '../characters.ts';
import { cardinal } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

/** The half of the day that may follow, or an „h“. */
const half = '(?: ?h(?!\\p{L})| ?(am|a\\.m\\.|AM|pm|p\\.m\\.|PM)(?!\\p{L}))?';
/** A word for the hour stands shortly before. */
const hourBefore = ({ text, at }: Scene): boolean =>
  /(?<!\p{L})or(?:a|ën|ës|ët|ar|ari|arin|arit|ave)(?!\p{L})(?!.*[.!?](?!\d))/iu.test(
    text.slice(Math.max(0, at - 48), at),
  );
const andMinutes = (minutes: string): string => (Number(minutes) ? ` e ${cardinal(minutes)}` : '');

const sayTime: Rule[1] = ({ text, at }, _end, _written, hours, minutes, seconds, part) => {
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  // „72:68 (18:15, 20:22)“: where one pair is no time, the next are none.
  if (/(?:2[5-9]|[3-9]\d):\d\d|\d:[6-9]\d/.test(text.slice(Math.max(0, at - 48), at))) return undefined;
  const said = cardinal(hours) + andMinutes(minutes) + andMinutes(seconds);
  return part ? `${said} ${/a/i.test(part) ? 'paradite' : 'pasdite'}` : said;
};

/**
 * Times of day and durations. A colon and two figures are always a time; a stop only after a word for the hour, after
 * another time („18.00–20.30“), or for a full hour („21.00“) that counts nothing.
 */
export const times: readonly Rule[] = [
  [
    /(\d{1,2}) ?h(?: ?([0-5]\d)(?: ?min)?)?(?!\p{L}|\d)/uy,
    (scene, _end, _written, hours, minutes) => {
      const hour = hourBefore(scene);
      if (!minutes && !hour) return undefined;
      if (Number(hours) > 9 || hour) return cardinal(hours) + andMinutes(minutes);
      const lasting = Number(minutes) ? ` e ${cardinal(minutes, true)} minuta` : '';
      return `${cardinal(hours, true)} orë${lasting}`;
    },
  ],
  [new RegExp(`(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?(?!\\d|[.,:]\\d)${half}`, 'uy'), sayTime],
  [
    // What „21.00“ counts is no hour.
    new RegExp(
      '(\\d{1,2})\\.(\\d\\d)()(?!\\d|[.,:]\\d| ?(?:[€$£%‰°]|(?:euro|lek|dollar|mijë|mil|mld|mln|për qind|përqind|kg|km|m|cm|ton|ballë|pikë|gradë|USD|EUR|ALL)(?!\\p{L}{4})))' +
        half,
      'uy',
    ),
    (scene, ...match) =>
      isAt(/(?<![€$£])\d\d\.00/y, scene.text, scene.at) || hourBefore(scene) ? sayTime(scene, ...match) : undefined,
  ],
];

export const examples: Examples = [
  ['në 18:45', 'në tetëmbëdhjetë e dyzet e pesë'],
  ['në orën 6.30', 'në orën gjashtë e tridhjetë'],
  ['ora 07:05', 'ora shtatë e pesë'],
  ['ora 17:00', 'ora shtatëmbëdhjetë'],
  ['nis në 21.00', 'nis në njëzet e një'],
  ['zgjati 1h30', 'zgjati një orë e tridhjetë minuta'],
  ['18:00–20:00', 'tetëmbëdhjetë deri njëzet'],
  ['kushton 15.50 euro', 'kushton pesëmbëdhjetë presje pesëdhjetë euro'],
];
