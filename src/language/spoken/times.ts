import { isBlank, matchAt } from './characters.ts';
import { cardinal } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';

const colon = /(\d{1,2}):(\d\d)(?::(\d\d))?(?!\d|[.,:]\d)/y;
const stop = /(\d{1,2})\.(\d\d)(?!\d|[.,:]\d)/y;
const lettered = /(\d{1,2}) ?h ?(\d\d)(?: ?min)?(?!\p{L}|\d)/uy;
/** What „21.00“ counts is no hour. */
const amountAfter =
  /^ ?(?:[€$£%‰°]|(?:euro|lek|dollar|mijë|mil|mld|mln|për qind|përqind|kg|km|m|cm|ton|ballë|pikë|gradë|USD|EUR|ALL)(?!\p{L}{4}))/u;
const half = /^ ?(am|a\.m\.|AM|pm|p\.m\.|PM)(?!\p{L})/u;

const andMinutes = (minutes: string | undefined): string =>
  Number(minutes) > 0 ? ` e ${cardinal(Number(minutes))}` : '';
const isTime = (hours: string | undefined, minutes: string | undefined): boolean =>
  Number(hours) <= 24 && Number(minutes) < 60;

/**
 * Times of day and durations. A colon and two figures are always a time; a stop only after a word for the hour, after
 * another time („18.00–20.30“), or for a full hour („21.00“) that counts nothing.
 */
export const times: Rule = {
  name: 'times',
  begins: ['digit'],
  read(scene, at) {
    const { text } = scene;
    const duration = matchAt(lettered, text, at);
    if (duration && Number(duration[2]) < 60) {
      const end = at + duration[0].length;
      const hours = cardinal(Number(duration[1]), true);
      const minutes = Number(duration[2]);
      if (Number(duration[1]) > 9 || scene.hourBefore(at))
        return { end, said: cardinal(Number(duration[1])) + andMinutes(duration[2]) };
      return { end, said: minutes > 0 ? `${hours} orë e ${cardinal(minutes, true)} minuta` : `${hours} orë` };
    }
    let match = matchAt(colon, text, at);
    if (!match) {
      match = matchAt(stop, text, at);
      if (!match) return undefined;
      const after = text.slice(at + match[0].length, at + match[0].length + 16);
      const full = match[2] === '00' && match[1]?.length === 2 && !/^[€$£]/.test(text.charAt(at - 1));
      const follows = /\d\.\d\d ?[–-] ?$/.test(text.slice(Math.max(0, at - 8), at)) && scene.hourBefore(at);
      if (amountAfter.test(after) || !(full || follows || scene.hourBefore(at))) return undefined;
    }
    if (!isTime(match[1], match[2]) || Number(match[3] ?? 0) > 59) return undefined;
    let end = at + match[0].length;
    let said = cardinal(Number(match[1])) + andMinutes(match[2]) + andMinutes(match[3]);
    const part = half.exec(text.slice(end, end + 6));
    if (part) {
      end += part[0].length;
      said += /a/i.test(part[1]?.charAt(0) ?? '') ? ' paradite' : ' pasdite';
    }
    return { end: isBlank(text, end - 1) ? end - 1 : end, said };
  },
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
