/**
 * FNV-1a over the text's UTF-16 units, 64 bits, as 13 characters of base 32. The same everywhere and at once, while
 * the platform's SHA-256 is asynchronous and absent from pages served without TLS. It names things; it proves nothing:
 * whoever wants two texts of one name can make them, and meets only their own text.
 */
export function stableHash(text: string): string {
  // The 64-bit product in 16-bit limbs: BigInt arithmetic takes a second for a long text on a cheap phone.
  let [a, b, c, d] = [0x2325, 0x8422, 0x9ce4, 0xcbf2];
  for (let index = 0; index < text.length; index++) {
    a ^= text.charCodeAt(index);
    // The prime is 2^40 + 0x1b3; 2^40 is 2^8 in the third limb.
    const [p, q, r, s] = [a * 0x1b3, b * 0x1b3, c * 0x1b3 + (a << 8), d * 0x1b3 + (b << 8)];
    a = p & 0xffff;
    const carryB = q + (p >>> 16);
    b = carryB & 0xffff;
    const carryC = r + (carryB >>> 16);
    c = carryC & 0xffff;
    d = (s + (carryC >>> 16)) & 0xffff;
  }
  const bits = (BigInt(d) << 48n) | (BigInt(c) << 32n) | (BigInt(b) << 16n) | BigInt(a);
  return bits.toString(32).padStart(13, '0');
}
