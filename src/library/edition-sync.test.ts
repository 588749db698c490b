import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { EditionSync, type ReadEdition, type SyncProblem, type SyncSnapshot } from './edition-sync.ts';
import { Library } from './library.ts';

const source = { key: 'mostra', address: 'https://degjo.example/editions/mostra/feed.json' };

/** What the reader of these tests makes of a file: a line is an article, and `!` is not an edition. */
const read = vi.fn((text: string): Promise<ReadEdition | undefined> => {
  const articles = text.split('\n').map((id) => inventedArticle({ id, title: id }));
  return Promise.resolve(text === '!' ? undefined : { title: 'Mostra', articles });
});
const fetch = vi.fn<(address: string, init: RequestInit) => Promise<Response>>();

const answers =
  (body: string, status = 200) =>
  () =>
    Promise.resolve(new Response(body, { status }));
const noAnswer = () => Promise.reject(new TypeError('Failed to fetch'));
const brokenOff = () =>
  Promise.resolve({ ok: true, text: () => Promise.reject(new TypeError('network error')) } as Response);

let library: Library;
let sync: EditionSync;
const listed = () => library.snapshot.editions.map(({ articles }) => articles.map(({ id }) => id));

async function bring(answer: () => Promise<Response>): Promise<SyncProblem | undefined> {
  fetch.mockImplementationOnce(answer);
  await sync.run();
  return sync.snapshot.problem;
}

beforeEach(async () => {
  vi.clearAllMocks();
  library = await Library.open();
  sync = new EditionSync(library, source, { fetch, read });
});

it('brings an edition into the library, in its order', async () => {
  expect(await bring(answers('ura\nmoti'))).toBeUndefined();
  expect(listed()).toEqual([['ura', 'moti']]);
  expect(library.edition('mostra')?.title).toBe('Mostra');
  expect(fetch.mock.calls[0]?.[0]).toBe(source.address);
  expect(fetch.mock.calls[0]?.[1].signal).toBeInstanceOf(AbortSignal);
  expect(read).toHaveBeenCalledWith('ura\nmoti', source);
});

it('a newer edition takes its place', async () => {
  await bring(answers('ura\nmoti'));
  await bring(answers('sporti\nura'));
  expect(listed()).toEqual([['sporti', 'ura']]);
});

it('an edition that did not change is not read again', async () => {
  await bring(answers('ura'));
  expect(await bring(answers('ura'))).toBeUndefined();
  expect(read).toHaveBeenCalledTimes(1);
});

it('a kept answer in place of the network is read, and the listener hears that nothing new came', async () => {
  const kept = () => Promise.resolve(new Response('ura', { headers: { warning: '110 - "Response is Stale"' } }));
  expect(await bring(kept)).toBe('unreachable');
  expect(listed()).toEqual([['ura']]);
  expect(await bring(answers('ura'))).toBeUndefined();
});

describe.each<[string, () => Promise<Response>, SyncProblem]>([
  ['no answer', noAnswer, 'unreachable'],
  ['an answer that breaks off', brokenOff, 'unreachable'],
  ['an error of the host', answers('ura', 503), 'refused'],
  ['something that is no edition', answers('!'), 'unreadable'],
])('%s', (_, answer, problem) => {
  it('leaves what was kept, and says why', async () => {
    await bring(answers('ura'));
    expect(await bring(answer)).toBe(problem);
    expect(listed()).toEqual([['ura']]);
  });

  it('is forgotten when the next try succeeds', async () => {
    expect(await bring(answer)).toBe(problem);
    expect(listed()).toEqual([]);
    expect(await bring(answers('ura'))).toBeUndefined();
    expect(listed()).toEqual([['ura']]);
  });
});

it('a reader that does not load is a network that fails: it can be tried again', async () => {
  read.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  expect(await bring(answers('ura'))).toBe('unreachable');
  expect(sync.snapshot.working).toBe(false);
  expect(await bring(answers('ura'))).toBeUndefined();
  expect(listed()).toEqual([['ura']]);
});

it('asks once at a time, and tells when it begins and ends; the old problem shows until then', async () => {
  await bring(noAnswer);
  const told: SyncSnapshot[] = [];
  sync.addEventListener('change', () => told.push(sync.snapshot));
  fetch.mockImplementation(answers('ura'));
  await Promise.all([sync.run(), sync.run()]);
  expect(fetch).toHaveBeenCalledTimes(2);
  expect(told).toEqual([
    { working: true, problem: 'unreachable' },
    { working: false, problem: undefined },
  ]);
});
