import { isDigit, isLetter, matchAt } from '../characters.ts';
import { isPronounceable, lettersOf, spell } from './letters.ts';
import { withEnding } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

/** Short or hard to say, and words all the same; with „=“ where the sound is not that of the letters. */
const asWords = new Map<string, string | undefined>(
  (
    'KFOR KEK KEDS KESH TAP IPA VAR AKI ASHI DASH TASS FAO SHIK SHISH VIP PIN MASH MAP GAP BERZH KOSTT=kost BRICS=briks ' +
    'BBC=bibisi CNN=si-en-en FBI=ef-bi-aj CIA=si-aj-ej NBA=en-bi-ej IT=aj-ti PR=pi-ar DJ=di-xhej OK=okej CEO=si-i-o UK=ju-kej ' +
    'USA=ju-es-ej IBM=aj-bi-em'
  )
    .split(' ')
    .map((entry) => entry.split('=') as [written: string, said: string | undefined]),
);
/** Spelled even among capitals: they cannot be Albanian words. */
const alwaysSpelled = /^(?:SHBA|OKB|BE|PD|PS|LVV|LSI|VV|UÇK|MB|KE)$/;
/** Short words of the language that people put in capitals to stress them, and „JOOOO“. */
const words =
  /Ë|(.)\1\1|^(?:JO|PO|NUK|DHE|KA|ME|NGA|AI|AJO|ATO|ATA|JAM|JE|KJO|KY|SI|SE|DO|MOS|PA|TI|NE|JU|TE|TEK|I|E|U|KU|KUR|MBI|LE|ISH|DY|TRE)$/;
const capitals = /((?:[DSTXZ][Hh]|[GN][Jj]|L[Ll]|R[Rr]|[A-ZÇË]){2,40})(?!\p{L})(?:[-'](\p{Ll}{1,4})(?!\p{L}))?/uy;
const wordEndings = /^(?:s|n|i|it|in|u|ut|un)$/;

/** A long word in capitals stands beside: somebody is shouting, these are words. */
function isStressed(scene: Scene, at: number, end: number): boolean {
  const before = /(\p{Lu}{4,}) $/u.exec(scene.text.slice(Math.max(0, at - 24), at))?.[1] ?? '';
  return [before, scene.wordAfter(end)].some(
    (word) => word.length > 3 && word === word.toUpperCase() && !asWords.has(word) && isPronounceable(word),
  );
}

/**
 * What stands for capitals, letter names or a word. Lists first; then the ending (a bare „-s“ or „-it“ follows a word,
 * „-së“ and „-ja“ letters), then whether it can be pronounced and is long enough to be a word.
 */
export function sayAcronym(written: string, suffix = ''): string {
  const like = isPronounceable(written) && (lettersOf(written).length > 3 || wordEndings.test(suffix));
  return say(written, words.test(written) || like);
}

/** Lists first. What is foreign in a word is written as it sounds: UNESCO, EULEX. */
function say(written: string, isWord: boolean): string {
  const word = written
    .toLowerCase()
    .replace(/c(?=o|$)/, 'k')
    .replace(/x$/, 'ks');
  if (asWords.has(written)) return asWords.get(written) ?? word;
  return isWord && !alwaysSpelled.test(written) ? word : spell(written);
}

export const isKnownAcronym = (written: string): boolean => asWords.has(written) || alwaysSpelled.test(written);

/** Among capitals a word is a word, unless it is a known acronym or a short one that nobody could say. */
function sayCapitals(written: string): string {
  const hard = !/[AEIOUYË]/.test(written) || (written.length < 6 && !isPronounceable(written));
  return hard ? spell(written) : say(written, true);
}

/** The case ending, joined to the word or to the last letter name. */
export function joinEnding(said: string, suffix: string): string {
  if (said.includes('-')) return `${said}-${suffix}`;
  return /^[sn]$/.test(suffix) ? withEnding(said, suffix) : said + suffix;
}

/** Capitals: acronyms with their case endings, and words that are only written large. */
export const acronyms: Rule = (scene, at) => {
  const { text } = scene;
  const match = isLetter(text, at - 1) ? undefined : matchAt(capitals, text, at);
  if (!match) return undefined;
  const [end, , mixed, suffix] = match;
  const written = mixed.toUpperCase();
  if (suffix) return [end, joinEnding(sayAcronym(written, suffix), suffix)];
  const large = scene.headline || (!isDigit(text, end) && isStressed(scene, at, end));
  return [end, large ? sayCapitals(written) : sayAcronym(written)];
};

export const examples: Examples = [
  ['SHBA dhe BE', 'shë-bë-a dhe bë-e'],
  ['selia e OKB-së', 'selia e o-kë-bë-së'],
  ['kreu i NATO-s', 'kreu i natos'],
  ['ushtarët e KFOR-it', 'ushtarët e kforit'],
  ['tha BE-ja', 'tha bë-e-ja'],
  ['raportoi RTSH', 'raportoi rë-të-shë'],
  ['prokurorët e SPAK-ut', 'prokurorët e spakut'],
  ['sipas BBC-së', 'sipas bibisisë'],
  ['vendimi i KLGJ-së', 'vendimi i kë-lë-gjë-së'],
  ['gjyqtarët e GjKKO-së', 'gjyqtarët e gjë-kë-kë-o-së'],
  ['Edi RAMA tha', 'Edi rama tha'],
  ['NUK DO TË KETË ZGJEDHJE', 'nuk do të ketë zgjedhje'],
];
