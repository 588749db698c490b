import { isSpace } from './characters.ts';

export function isDoubleQuotationMark(code: number): boolean {
  return code === 0x22 || code === 0x201c || code === 0x201d || code === 0x201e || code === 0xab || code === 0xbb;
}

/**
 * Whether a quotation is open behind the mark at `at`. Place decides, since writers close with “ as well as ” and
 * forget one or the other; only a mark with nothing or something on both its sides takes turns.
 *
 * @param open whether one was open before the mark
 */
export function opensQuotation(text: string, at: number, open: boolean): boolean {
  const looseBefore = at === 0 || isSpace(text.charCodeAt(at - 1)) || '([{–—-'.includes(text.charAt(at - 1));
  const looseAfter =
    at + 1 === text.length || isSpace(text.charCodeAt(at + 1)) || ',.;:!?)…'.includes(text.charAt(at + 1));
  return looseBefore === looseAfter ? !open : looseBefore;
}
