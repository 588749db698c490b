/** A sentence without what print needs and a voice stumbles over. */
export interface Folded {
  readonly text: string;
  /** For each unit of the text, and one past it, the unit of the source; absent where they are the same. */
  readonly origin?: readonly number[];
}

/** Soft hyphens, zero-width and direction marks, variation selectors, keycap frames: nothing to hear. */
const silent =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u20e3\ufe00-\ufe0f\ufeff]/;
const anySameLength =
  /[\p{Cc}\u00a0\u2000-\u200a\u2010\u2011\u202f\u205f\u3000\uff01-\uff5e\u2018\u2019\u02bc\u02b9\u00b4`]/u;
const ligature = /[\ufb00-\ufb06]/;
const everySpace = /[\p{Cc}\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;
const everyFullWidth = /[\uff01-\uff5e]/g;
const everyApostrophe = /(?<=\p{L})[\u2018\u2019\u02bc\u02b9\u00b4`](?=\p{L})|[\u2018\u2019](?=\d\d)/gu;

/** Spaces of any width become spaces, ’ inside a word ', full-width forms the plain ones; the length stays. */
function foldSameLength(text: string): string {
  return text
    .replace(everySpace, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(everyFullWidth, (wide) => wide.normalize('NFKC'))
    .replace(everyApostrophe, "'");
}

/** Folds typography away and remembers where every unit came from. */
export function fold(source: string): Folded {
  if (!silent.test(source) && !ligature.test(source))
    return { text: anySameLength.test(source) ? foldSameLength(source) : source };
  const origin: number[] = [];
  let text = '';
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (silent.test(character)) continue;
    const folded = ligature.test(character) ? character.normalize('NFKC') : character;
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(at);
  }
  origin.push(source.length);
  return { text: foldSameLength(text), origin };
}
