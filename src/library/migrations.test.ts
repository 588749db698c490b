import { expect, it, vi } from 'vitest';
import { migrate, schemaVersion } from './migrations.ts';

type Database = Parameters<typeof migrate>[0];
type Transaction = Parameters<typeof migrate>[2];

const sinceThen = ['queue', 'bookmarks', 'sources', 'sourceItems', 'staging', 'saved', 'listened'];

it.each([
  [0, ['articles', 'summaries', 'places', 'editions', 'settings', ...sinceThen]],
  [1, sinceThen],
  [2, ['sources', 'sourceItems', 'staging', 'saved', 'listened']],
  [3, ['staging', 'saved', 'listened']],
  [4, ['saved', 'listened']],
  [5, ['listened']],
  [6, []],
  [schemaVersion, []],
])('a database of version %i gets what it lacks, and nothing twice', (version, stores) => {
  const [createObjectStore, createIndex] = [vi.fn(), vi.fn()];
  const transaction = { objectStore: () => ({ createIndex }) };
  migrate({ createObjectStore } as unknown as Database, version, transaction as unknown as Transaction);
  expect(createObjectStore.mock.calls.map(([name]) => name as string)).toEqual(stores);
  expect(createIndex.mock.calls.map(([name]) => name as string)).toEqual(
    version < schemaVersion ? ['origin', 'progress'] : [],
  );
});
