/** The value of a Roman numeral as it must be written; 0 for anything else. */
export function romanValue(written: string): number {
  if (!/^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(written)) return 0;
  let sum = 0;
  let last = 0;
  for (const letter of Array.from(written).reverse()) {
    const place = 'IVXLCDM'.indexOf(letter);
    const value = 10 ** (place >> 1) * (place % 2 ? 5 : 1);
    sum += value < last ? -value : value;
    last = value;
  }
  return sum;
}
