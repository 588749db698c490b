import { isAt, sticky } from '../characters.ts';
import { cardinal } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';
import { justBefore, type Scene } from './scene.ts';

/** The half of the day that may follow, or an „h“. */
const half = String.raw`(?: ?h(?!\p{L})| ?(am|a\.m\.|AM|pm|p\.m\.|PM)(?!\p{L}))?`;
/** A word for the hour stands shortly before. */
const hourBefore = (scene: Scene): boolean =>
  /(?<!\p{L})or(ë[nst]|a(r(i[nt]?)?|ve)?)(?!\p{L})(?!.*[.!?](?!\d))/iu.test(justBefore(scene, 48));
const andMinutes = (minutes: string): string => (Number(minutes) ? ` e ${cardinal(minutes)}` : '');

const sayTime: Rule[1] = (scene, _end, _written, hours, minutes, seconds, part) => {
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  // „72:68 (18:15, 20:22)“: where one pair is no time, the next are none.
  if (/(2[5-9]|[3-9]\d):\d\d|\d:[6-9]\d/.test(justBefore(scene, 48))) return undefined;
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
  [sticky`(\d{1,2}):(\d\d)(?::(\d\d))?(?!\d|[.,:]\d)${half}`, sayTime],
  [
    // What „21.00“ counts is no hour.
    sticky`(\d{1,2})\.(\d\d)()(?!\d|[.,:]\d| ?(?:[€$£%‰°]|(?:euro|lek|dollar|mijë|mil|mld|mln|për qind|përqind|kg|km|m|cm|ton|ballë|pikë|gradë|USD|EUR|ALL)(?!\p{L}{4})))${half}`,
    (scene, ...match) =>
      (isAt(/(?<![€$£])\d\d\.00/y, scene.text, scene.at) || hourBefore(scene)) && sayTime(scene, ...match),
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
