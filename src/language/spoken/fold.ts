/** A sentence without what print needs and a voice stumbles over. */
export interface Folded {
  readonly text: string;
  /** For each unit of the text the unit of the source; absent where they are the same. */
  readonly origin?: readonly number[];
}

/** Soft hyphens, zero-width and direction marks, variation selectors, keycap frames: nothing to hear. And ligatures. */
const odd = /[\p{Cf}\u034f\u20e3\ufe00-\ufe0f\ufb00-\ufb06]/u;
/** Most sentences have nothing else. */
const allPlain = /^[ -_a-~À-ž–“”„…]*$/;

/** Spaces of any width become spaces, ’ inside a word ', full-width forms the plain ones; the length stays. */
function foldSameLength(text: string): string {
  if (allPlain.test(text)) return text;
  return text
    .replace(/[\p{Cc}\p{Zs}]/gu, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\uff01-\uff5e₀-₉]/g, (wide) => wide.normalize('NFKC'))
    .replace(/(?<=\p{L})[‘’ʼʹ´`](?=\p{L})|[‘’](?=\d\d)/gu, "'");
}

/** Folds typography away and remembers where every unit came from. */
export function fold(source: string): Folded {
  if (!odd.test(source)) return { text: foldSameLength(source) };
  const origin: number[] = [];
  let text = '';
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    const kept = odd.test(character) ? character.normalize('NFKC').replace(odd, '') : character;
    text += kept;
    origin.push(...Array.from(kept, () => at));
  }
  return { text: foldSameLength(text), origin };
}
