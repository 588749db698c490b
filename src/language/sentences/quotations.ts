export const doubleQuotationMarks = '"“”„«»';

/**
 * Whether a quotation is open behind the mark at `at`. Place decides, since writers close with “ as well as ” and
 * forget one or the other; only a mark with something on both its sides, or nothing, takes turns.
 *
 * @param open whether one was open before the mark
 */
export function opensQuotation(text: string, at: number, open: boolean): boolean {
  const looseBefore = /^$|[\s([{–—-]/.test(text.charAt(at - 1));
  const looseAfter = /^$|[\s,.;:!?)…]/.test(text.charAt(at + 1));
  return looseBefore === looseAfter ? !open : looseBefore;
}
