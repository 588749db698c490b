import { isLetter, matchAt } from './characters.ts';
import { sayAcronym } from './acronyms.ts';
import { isPronounceable } from './letters.ts';
import { figures } from './number-words.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

const address = /(?:https?:\/\/|www\.)[^\s<>"„“”«»()[\]]{1,3000}/iy;
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/y;
const domain =
  /(?:[\p{L}\d-]{1,63}\.){1,4}(?:al|com|net|org|info|eu|mk|rs|ks|xk|gov|edu|tv|uk|de|ch|gr|tr|ru|us|io|app|news|online|live|fm|int)(?![\p{L}\d-])(?:[/:?#][^\s<>"„“”«»()[\]]{0,3000})?/uy;
const file =
  /[\p{L}\d_-]{1,60}\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|mp[34]|zip|txt|csv|html?|exe|apk)(?![\p{L}\d])/uy;
const tag = /#[\p{L}\d_]{1,100}/uy;
const handle = /@[A-Za-z][\w.]{0,40}\w/y;
const closing = /[.,;:!?'’]+$/;
const marks: Readonly<Record<string, string>> = {
  '.': 'pikë',
  '-': 'vizë',
  _: 'nënvizë',
  '@': 'et',
  '+': 'plus',
  '#': 'hashtag',
};
const endings: Readonly<Record<string, string>> = { com: 'kom' };
const parts = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\d+|[.\-_@+#]|\p{L}+/gu;

function sayPart(part: string): string {
  if (/^\d/.test(part)) return figures(part);
  if (marks[part]) return marks[part];
  if (endings[part]) return endings[part];
  const acronym =
    /^\p{Lu}{2}/u.test(part) ||
    (part.length < 6 && !/[aeiouyë]/i.test(part)) ||
    (part.length < 4 && !isPronounceable(part));
  return acronym ? sayAcronym(part.toUpperCase()) : part;
}

/** „gazeta-online.al“ → „gazeta vizë online pikë al“. */
export const sayName = (name: string): string => (name.match(parts) ?? []).map(sayPart).join(' ');

function site(written: string): string {
  const host = written.replace(/^https?:\/\//i, '').replace(/^www\./i, '');
  return sayName(/^[^/:?#]{1,255}/.exec(host)?.[0] ?? '');
}

/** An address, but not the stop or comma that follows it. */
const trimmed = (written: string): string => written.replace(closing, '');

function link(scene: Scene, at: number, written: string): Reading {
  const whole = trimmed(written);
  return { end: at + whole.length, said: scene.profile.links === 'skip' ? '' : site(whole) };
}

/** Addresses by the name of the site, e-mail addresses whole, hashtags and handles word by word, files with their kind. */
export const web: Rule = {
  name: 'web',
  begins: ['letter', 'digit', 'sign'],
  read(scene, at) {
    const { text } = scene;
    const sign = text.charAt(at);
    if (sign === '#' || sign === '@') {
      const match = matchAt(sign === '#' ? tag : handle, text, at)?.[0];
      if (!match || isLetter(text, at - 1) || !/\p{L}/u.test(match)) return undefined;
      return { end: at + match.length, said: sayName(match) };
    }
    if (!scene.hasAddress || !/[\p{L}\d]/u.test(sign)) return undefined;
    const full = matchAt(address, text, at);
    if (full) return link(scene, at, full[0]);
    const letter = matchAt(mail, text, at);
    if (letter) return { end: at + letter[0].length, said: sayName(letter[0]) };
    const document = matchAt(file, text, at);
    if (document) return { end: at + document[0].length, said: sayName(document[0]) };
    const bare = matchAt(domain, text, at);
    return bare ? link(scene, at, bare[0]) : undefined;
  },
};

export const examples: Examples = [
  ['shiko https://www.gazeta.al/lajme/2023?id=7', 'shiko gazeta pikë al'],
  ['në www.rtsh.al.', 'në rë-të-shë pikë al.'],
  ['shkruaj te info@degjo.al', 'shkruaj te info et degjo pikë al'],
  ['#DrejtësiPërTëGjithë', 'hashtag Drejtësi Për Të Gjithë'],
  ['postoi @zyra_e_shtypit', 'postoi et zyra nënvizë e nënvizë shtypit'],
  ['skedari raporti_2023.pdf', 'skedari raporti nënvizë dy mijë e njëzet e tre pikë pë-dë-fë'],
  ['sipas moti.com', 'sipas moti pikë kom'],
];
