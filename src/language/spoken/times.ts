import { isAt, matchAt } from '../characters.ts';
import { cardinal } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';

const colon = /(\d{1,2}):(\d\d)(?::(\d\d))?(?!\d|[.,:]\d)/y;
/** What „21.00“ counts is no hour. */
const stop =
  /(\d{1,2})\.(\d\d)(?!\d|[.,:]\d| ?(?:[€$£%‰°]|(?:euro|lek|dollar|mijë|mil|mld|mln|për qind|përqind|kg|km|m|cm|ton|ballë|pikë|gradë|USD|EUR|ALL)(?!\p{L}{4})))/uy;
const full = /(?<![€$£])\d\d\.00/y;
const lettered = /(\d{1,2}) ?h ?([0-5]\d)(?: ?min)?(?!\p{L}|\d)/uy;
const half = / ?(am|a\.m\.|AM|pm|p\.m\.|PM)(?!\p{L})/uy;

const andMinutes = (minutes: string): string => (Number(minutes) > 0 ? ` e ${cardinal(Number(minutes))}` : '');

/**
 * Times of day and durations. A colon and two figures are always a time; a stop only after a word for the hour, after
 * another time („18.00–20.30“), or for a full hour („21.00“) that counts nothing.
 */
export const times: Rule = (scene, at) => {
  const { text } = scene;
  const duration = matchAt(lettered, text, at);
  if (duration) {
    const [end, , hours, minutes] = duration;
    if (Number(hours) > 9 || scene.hourBefore(at)) return [end, cardinal(Number(hours)) + andMinutes(minutes)];
    const lasting = Number(minutes) > 0 ? ` e ${cardinal(Number(minutes), true)} minuta` : '';
    return [end, `${cardinal(Number(hours), true)} orë${lasting}`];
  }
  const match = matchAt(colon, text, at) ?? matchAt(stop, text, at);
  if (!match) return undefined;
  const [end, written, hours, minutes, seconds] = match;
  if (written.includes('.') && !isAt(full, text, at) && !scene.hourBefore(at)) return undefined;
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const said = cardinal(Number(hours)) + andMinutes(minutes) + andMinutes(seconds);
  const part = matchAt(half, text, end);
  if (part) return [part[0], `${said} ${/a/i.test(part[2]) ? 'paradite' : 'pasdite'}`];
  return [end, said];
};

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
