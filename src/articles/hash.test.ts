import fc from 'fast-check';
import { it } from 'vitest';
import { stableHash } from './hash.ts';

/** FNV-1a by its definition, in slow arithmetic. */
function byDefinition(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(32).padStart(13, '0');
}

it('is FNV-1a, 64 bits', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => stableHash(text) === byDefinition(text)));
});

it('goes into an address as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[a-z0-9]{13}$/.test(stableHash(text))));
});
