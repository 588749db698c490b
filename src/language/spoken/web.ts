import { matchAt } from '../characters.ts';
import { sayAcronym } from './acronyms.ts';
import { isPronounceable } from './letters.ts';
import { figures } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';

/** What may follow in an address; the stop or comma behind it belongs to the sentence. */
const noStop = "(?<![.,;:!?'’])";
const rest = `[^\\s<>"„“”«»()[\\]]{0,3000}${noStop}`;
/** Its host is the group, „www.“ left out. */
const address = new RegExp(`(?:https?://(?:www\\.)?|www\\.)([^\\s<>"„“”«»()[\\]/:?#]{1,255}${noStop})${rest}`, 'iuy');
const domain = new RegExp(
  '((?:[\\p{L}\\d-]{1,63}\\.){1,4}(?:al|com|net|org|info|eu|mk|rs|ks|xk|gov|edu|tv|uk|de|ch|gr|tr|ru|us|io|app|news|online|live|fm|int))' +
    `(?![\\p{L}\\d-])(?:[/:?#]${rest})?`,
  'uy',
);
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/y;
const file =
  /[\p{L}\d_-]{1,60}\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|mp[34]|zip|txt|csv|html?|exe|apk)(?![\p{L}\d])/uy;
const tag = /(?<![\p{L}\p{M}])(?:#(?=[\d_]*\p{L})[\p{L}\d_]{1,100}|@[A-Za-z][\w.]{0,40}\w)/uy;
const said: Readonly<Record<string, string>> = {
  '.': 'pikë',
  '-': 'vizë',
  _: 'nënvizë',
  '@': 'et',
  '+': 'plus',
  '#': 'hashtag',
  com: 'kom',
};
const parts = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\d+|[.\-_@+#]|\p{L}+/gu;

function sayPart(part: string): string {
  const acronym = /^\p{Lu}{2}|^[^aeiouyëAEIOUYË]{1,5}$/u.test(part) || (part.length < 4 && !isPronounceable(part));
  if (/^\d/.test(part)) return figures(part);
  return said[part] ?? (acronym ? sayAcronym(part.toUpperCase()) : part);
}

/** „gazeta-online.al“ → „gazeta vizë online pikë al“. */
const sayName = (name: string): string => (name.match(parts) ?? []).map(sayPart).join(' ');

/** Addresses by the name of the site, e-mail addresses whole, hashtags and handles word by word, files with their kind. */
export const web: Rule = ({ text, hasAddress, profile }, at) => {
  const name = matchAt(tag, text, at);
  if (name) return [name[0], sayName(name[1])];
  if (!hasAddress || !/[\p{L}\d]/u.test(text.charAt(at))) return undefined;
  for (const expression of [address, mail, file, domain]) {
    const match = matchAt(expression, text, at);
    if (!match) continue;
    const [end, written, host] = match;
    return [end, host && profile.links === 'skip' ? '' : sayName(host || written)];
  }
  return undefined;
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
