const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** The value of a Roman numeral as it must be written; 0 for anything else. */
export function romanValue(written: string): number {
  if (!/^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(written)) return 0;
  let sum = 0;
  let last = 0;
  for (const letter of Array.from(written).reverse()) {
    const value = values[letter] ?? 0;
    sum += value < last ? -value : value;
    last = value;
  }
  return sum;
}
