/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import { toSpoken } from './to-spoken.ts';

interface Fixture {
  readonly class: string;
  readonly cases: readonly { readonly written: string; readonly said: string; readonly why?: string }[];
}

const fixtures = import.meta.glob<Fixture>('./fixtures/spoken/*.json', { eager: true, import: 'default' });

describe.each(Object.values(fixtures))('$class', ({ cases }) => {
  it.each(cases)('„$written“', ({ written, said }) => {
    expect(toSpoken(written).text).toBe(said);
  });
});
