/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import { toSpoken } from '../to-spoken.ts';
import type { Examples } from './rule.ts';
import { rules } from './rules.ts';

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true });

/** Every file with examples is one of rules. */
const files = Object.entries(modules)
  .filter(([, exported]) => 'examples' in exported)
  .map(([path, exported]) => ({ path, exported }));

describe.each(files)('the rule of $path', ({ exported }) => {
  it('is in the table', () => {
    const inTable = rules.map(([rule]) => rule as unknown);
    expect(Object.values(exported).some((value) => inTable.includes(value))).toBe(true);
  });
  it.each(exported['examples'] as Examples)('says „%s“ as „%s“', (written, said) => {
    expect(toSpoken(written).text).toBe(said);
  });
});
