/**
 * A text as it is compared: small letters without their marks, so that „cmimet“ finds „Çmimet“. Every UTF-16 code unit
 * stays one, so that a place in the result is the same place in the text.
 */
export function fold(text: string): string {
  // Of all small letters only those of İ are more than one.
  const small = text.toLowerCase();
  const even = small.length === text.length ? small : Array.from(text, smallIfEven).join('');
  return even.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFD').charAt(0).toLowerCase());
}

function smallIfEven(character: string): string {
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
}

/** The words of a folded text: letters and digits. An apostrophe or a hyphen ends one: „t’i“ is two. */
export function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
