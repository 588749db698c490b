/** A stretch of a story between headlines, and where its sentences end, in UTF-16 units; the last end is left out. */
export interface GoldBlock {
  readonly text: string;
  readonly ends: ReadonlySet<number>;
}

/**
 * @param tsv document number, tab, sentence; one sentence a line. A line without a closing mark is a headline: a block
 * of its own. The other lines of a document are joined by a space.
 */
export function readGold(tsv: string): GoldBlock[] {
  const blocks: string[][] = [];
  let last: string | undefined;
  for (const line of tsv.split(/\r?\n/)) {
    const [document = '', sentence = ''] = line.split('\t').map((field) => field.trim());
    if (sentence === '') continue;
    const closed = /[.!?…][\p{Pe}\p{Pf}\p{Pi}"']*$/u.test(sentence);
    if (closed && last === document) blocks.at(-1)?.push(sentence);
    else blocks.push([sentence]);
    last = closed ? document : undefined;
  }
  return blocks.map(joined);
}

/**
 * Ends within gold lines that are true by what stands around them, whatever any splitter says: a mark behind a small
 * word that is whole (it has a vowel, and four letters, or stands elsewhere without a stop), and a capital behind it.
 */
export function trueEnds(blocks: readonly GoldBlock[]): GoldBlock[] {
  const whole = new Set(blocks.flatMap(({ text }) => text.match(/(?<!\p{L})\p{Ll}{2,}(?=[ ,])/gu) ?? []));
  return blocks.map(({ text, ends }) => {
    const found = Array.from(text.matchAll(/(?<![\p{L}.])(\p{Ll}{2,})(?:[.!?…]+)(?= ?["“„‘']?\p{Lu}\p{Ll})/gu))
      .filter(({ 1: word = '' }) => (/[aeëiouy]/.test(word) && word.length > 3) || whole.has(word))
      .map((match) => match.index + match[0].length)
      .filter((end) => !ends.has(end));
    return { text, ends: new Set(found) };
  });
}

function joined(sentences: readonly string[]): GoldBlock {
  const ends = new Set<number>();
  let at = -1;
  for (const sentence of sentences.slice(0, -1)) {
    at += 1 + sentence.length;
    ends.add(at);
  }
  return { text: sentences.join(' '), ends };
}
