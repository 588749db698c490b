/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import { toSpoken } from '../to-spoken.ts';
import type { Examples, Rule } from './rule.ts';
import { rules } from './rules.ts';

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true });

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'read' in value && 'begins' in value;
}

const files = Object.entries(modules)
  .map(([path, exported]) => ({ path, found: Object.values(exported).filter(isRule), exported }))
  .filter(({ found }) => found.length > 0);

describe.each(files)('the rule of $path', ({ found, exported }) => {
  it('is in the table', () => {
    for (const rule of found) expect(rules).toContain(rule);
  });
  it.each(exported['examples'] as Examples)('says „%s“ as „%s“', (written, said) => {
    expect(toSpoken(written).text).toBe(said);
  });
});
