import { sticky } from '../characters.ts';
import { cardinal } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';
import { justBefore, type Scene } from './scene.ts';

/** The half of the day that may follow, or an „h“. */
const half = String.raw`(?: ?h(?!\p{L})| ?([ap]m|[ap]\.m\.|[AP]M)(?!\p{L}))?`;
/** A word for the hour stands shortly before, or a time right before a dash. */
const hourBefore = (scene: Scene): boolean =>
  /(?<!\p{L})or(ë[nst]|a\p{L}{0,3})(?!\p{L})(?!.*[.!?](?!\d))|(0\d\.\d\d|\.00) ?[-–] ?$/iu.test(justBefore(scene, 48));
const andMinutes = (minutes: string, unit = ''): string =>
  Number(minutes) ? ` e ${cardinal(minutes, unit !== '')}${unit}` : '';

/**
 * Times of day and durations. A colon and two figures are always a time; a stop only after a word for the hour, after
 * another time („18.00–20.30“), before an „h“, or where the hour has a zero („06.45“). A full hour („21.00“) is said as
 * any number is.
 */
export const times: readonly Rule[] = [
  [
    /(\d{1,2}) ?h(?: ?([0-5]\d)(?: ?min)?)?(?!\p{L}|\d)/uy,
    (scene, _end, _written, hours, minutes) => {
      const hour = hourBefore(scene);
      if (!minutes && !hour) return undefined;
      if (Number(hours) > 9 || hour) return cardinal(hours) + andMinutes(minutes);
      return `${cardinal(hours, true)} orë${andMinutes(minutes, ' minuta')}`;
    },
  ],
  [
    // What „21.30“ counts is no hour.
    sticky`(\d{1,2})[:.](\d\d)(?::(\d\d))?(?!\d|[.,:]\d|(?<!:\d\d) ?(?:[€$£%‰°]|(?:euro|lek|dollar|mi[jl]|ml[dn]|për ?qind)(?!\p{L}{4})))${half}`,
    (scene, _end, written, hours, minutes, seconds, part) => {
      if (!/:|h$|^0\d/.test(written) && !hourBefore(scene)) return undefined;
      if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
      // „72:68 (18:15, 20:22)“: where one pair is no time, the next are none.
      if (/(2[5-9]|[3-9]\d):\d\d|\d:[6-9]\d/.test(justBefore(scene, 48))) return undefined;
      const said = cardinal(hours) + andMinutes(minutes) + andMinutes(seconds);
      return part ? `${said} ${/a/i.test(part) ? 'paradite' : 'pasdite'}` : said;
    },
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
