/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import { toSpoken } from '../to-spoken.ts';
import type { Examples } from './rule.ts';
import { rules } from './rules.ts';

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts', '!./rules.ts'], { eager: true });

/** Every file with examples is one of rules. */
const files = Object.entries(modules)
  .filter(([, exported]) => 'examples' in exported)
  .map(([path, { examples, ...exported }]) => ({ path, examples: examples as Examples, exported }));

const table: readonly unknown[] = Object.values(rules).flat();

/** An expression, and what is said for a match. */
const isRule = (value: unknown): boolean =>
  Array.isArray(value) && value[0] instanceof RegExp && typeof value[1] === 'function';

describe.each(files)('the rules of $path', ({ examples, exported }) => {
  it('are all in the table', () => {
    const lists = Object.values(exported).filter((value): value is unknown[] => Array.isArray(value));
    const own = lists.flatMap((list) => (isRule(list) ? [list] : list.filter(isRule)));
    expect(own).not.toEqual([]);
    expect(own.filter((rule) => !table.includes(rule))).toEqual([]);
  });
  it.each(examples)('say „%s“ as „%s“', (written, said) => {
    expect(toSpoken(written).text).toBe(said);
  });
});

it('the table has no other rules', () => {
  const known = files.flatMap(({ exported }) => Object.values(exported).flat());
  expect(table.filter((rule) => !known.includes(rule))).toEqual([]);
});
