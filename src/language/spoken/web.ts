import { sticky, stickyAnyCase } from '../characters.ts';
import { fileTypes, topDomains } from '../sites-and-files.ts';
import { sayAcronym } from './acronyms.ts';
import { isPronounceable } from './letters.ts';
import { figures } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';
import { entriesOf } from './table.ts';

/** What may follow in an address; the stop or comma behind it belongs to the sentence. */
const noStop = "(?<![.,;:!?'’])";
const rest = String.raw`[^\s<>"„“”«»()[\]]{0,3000}${noStop}`;
/** Its host is the group, „www.“ left out. */
const address = stickyAnyCase`(?:https?://(?:www\.)?|www\.)([^\s<>"„“”«»()[\]/:?#]{1,255}${noStop})${rest}`;
const domain = sticky`((?!-)([\p{L}\d-]{1,63}\.){1,4}(${topDomains}|rs|gr|tr|ru|us|it|fr|at|ly|app|news|online|live|fm|int))(?![\p{L}\d-])([/:?#]${rest})?`;
const file = sticky`(?![_-])[\p{L}\d_-]{1,60}\.(?:${fileTypes})(?![\p{L}\d])`;
const said = new Map(entriesOf('. pikë,- vizë,_ nënvizë,@ et,+ plus,# hashtag,com kom'));

function sayPart(part: string): string {
  const acronym = /^\p{Lu}{2}|^[^aeiouyëAEIOUYË]{1,5}$/u.test(part) || (part.length < 4 && !isPronounceable(part));
  if (/^\d/.test(part)) return figures(part);
  return said.get(part) ?? (acronym ? sayAcronym(part.toUpperCase()) : part);
}

/** „gazeta-online.al“ → „gazeta vizë online pikë al“. */
const sayName = (name: string): string =>
  (name.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\d+|[.\-_@+#]|\p{L}+/gu) ?? []).map(sayPart).join(' ');

const sayAddress: Rule[1] = ({ profile }, _, written, host) =>
  host && profile.links === 'skip' ? '' : sayName(host || written);

/** Addresses by the name of the site, e-mail addresses whole, hashtags and handles word by word, files with their kind. */
export const web: readonly Rule[] = [
  /(?<![\p{L}\p{M}])(?:#(?=[\d_]*\p{L})[\p{L}\d_]{1,100}|@[A-Za-z][\w.]{0,40}\w)/uy,
  address,
  /\w[\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/y,
  file,
  domain,
].map((expression) => [expression, sayAddress]);

export const examples: Examples = [
  ['shiko https://www.gazeta.al/lajme/2023?id=7', 'shiko gazeta pikë al'],
  ['në www.rtsh.al.', 'në rë-të-shë pikë al.'],
  ['shkruaj te info@degjo.al', 'shkruaj te info et degjo pikë al'],
  ['#DrejtësiPërTëGjithë', 'hashtag Drejtësi Për Të Gjithë'],
  ['postoi @zyra_e_shtypit', 'postoi et zyra nënvizë e nënvizë shtypit'],
  ['skedari raporti_2023.pdf', 'skedari raporti nënvizë dy mijë e njëzet e tre pikë pë-dë-fë'],
  ['sipas moti.com', 'sipas moti pikë kom'],
];
