import { describe, expect, it } from 'vitest';
import type { Article } from '../articles/article.ts';
import type { ArticleIntake } from '../articles/intake.ts';
import type { SharedThing } from '../articles/shared-thing.ts';
import { bringProblemMessage, openShared } from './open-shared.ts';

const thing: SharedThing = { id: '1', title: '', text: 'x', address: '', html: '', files: [] };
const { signal } = new AbortController();

/** An article by the name of each file but those that are called broken. */
const intake = {
  fromShared({ files: [file] }: SharedThing) {
    const name = file?.name ?? 'tekst';
    const article = { id: name } as Article;
    return Promise.resolve(name.includes('prishur') ? { problem: 'broken', name } : { articles: [article] });
  },
} as unknown as ArticleIntake;

const open = (...names: string[]) =>
  openShared({ ...thing, files: names.map((name) => new File(['x'], name)) }, intake, signal);

describe('what was shared', () => {
  it('opens, and nothing is left of it', async () => {
    expect(await open()).toEqual({ result: { articles: [{ id: 'tekst' }] }, rest: undefined });
    expect((await open('a', 'b')).result).toEqual({ articles: [{ id: 'a' }, { id: 'b' }] });
  });

  it('waits on, as far as it does not open', async () => {
    const { result, rest } = await open('a', 'prishur', 'b');
    expect(result).toEqual({ articles: [{ id: 'a' }, { id: 'b' }] });
    expect(rest?.thing.files.map(({ name }) => name)).toEqual(['prishur']);
    expect(rest && bringProblemMessage(rest.problem)).toContain('«prishur» është i dëmtuar');
  });

  it('of which nothing opens says why', async () => {
    expect((await open('prishur')).result).toEqual({ problem: 'broken', name: 'prishur' });
  });
});
