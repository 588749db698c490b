import { expect, it, vi } from 'vitest';
import { ShareBox, shareCache as pageCache } from './library/share-box.ts';
import { keepShare, shareCache } from './service-worker/keep-share.ts';

const app = 'https://degjo.example/app/';

/** A browser's caches, as far as they are used here. */
function browserCaches({ isFull = false } = {}): CacheStorage {
  const kept = new Map<string, Response>();
  const urlOf = (key: RequestInfo | URL) => (typeof key === 'object' && 'url' in key ? key.url : String(key));
  const cache = {
    put(key: string, response: Response) {
      if (isFull) return Promise.reject(new DOMException('', 'QuotaExceededError'));
      kept.set(key, response);
      return Promise.resolve();
    },
    keys: () => Promise.resolve([...kept.keys()].map((url) => ({ url }))),
    match: (key: RequestInfo) => Promise.resolve(kept.get(urlOf(key))?.clone()),
    delete: (key: string) => Promise.resolve(kept.delete(key)),
  };
  return { open: () => Promise.resolve(cache) } as unknown as CacheStorage;
}

/** What the system sends when another app shares. */
function shared(fields: Readonly<Record<string, string>>, ...files: File[]): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const file of files) form.append('files', file);
  return new Request(`${app}share`, { method: 'POST', body: form });
}

const box = (caches: CacheStorage | undefined) => new ShareBox(caches, `${app}share/`);
const file = (name: string) => new File([`Teksti i ${name}`], name, { type: 'text/plain' });

it('worker and page look into the same cache', () => {
  expect(shareCache).toBe(pageCache);
});

it('what is shared waits for the page, whole, and the page is told which it is', async () => {
  const caches = browserCaches();
  const answer = await keepShare(shared({ title: 'Ura', text: 'Çelësi', url: '' }, file('ë.txt')), caches, app);
  expect(answer.status).toBe(303);
  const [thing] = await box(caches).waiting();
  expect(answer.headers.get('location')).toBe(`${app}?shared=${thing?.id ?? ''}`);
  expect(thing).toMatchObject({ title: 'Ura', text: 'Çelësi', address: '', html: '' });
  expect(await thing?.files[0]?.text()).toBe('Teksti i ë.txt');
});

it('several wait in their order, until each is opened or thrown away', async () => {
  const caches = browserCaches();
  vi.useFakeTimers();
  for (const text of ['një', 'dy', 'tri']) {
    await keepShare(shared({ text }), caches, app);
    vi.advanceTimersByTime(1);
  }
  vi.useRealTimers();
  const things = await box(caches).waiting();
  expect(things.map(({ text }) => text)).toEqual(['një', 'dy', 'tri']);
  await box(caches).remove(things[1]?.id ?? '');
  expect((await box(caches).waiting()).map(({ text }) => text)).toEqual(['një', 'tri']);
});

it('what is left of it takes its place', async () => {
  const caches = browserCaches();
  await keepShare(shared({ title: 'Dy' }, file('a.txt'), file('b.txt')), caches, app);
  const [thing] = await box(caches).waiting();
  if (!thing) throw new Error('nothing waits');
  await box(caches).keep({ ...thing, files: thing.files.slice(1) });
  const left = await box(caches).waiting();
  expect(left.map(({ id, title, files }) => [id, title, files.map(({ name }) => name)])).toEqual([
    [thing.id, 'Dy', ['b.txt']],
  ]);
});

it('on a device without room the page says that nothing came', async () => {
  const answer = await keepShare(shared({ text: 'një' }), browserCaches({ isFull: true }), app);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${app}?shared=`]);
});

it('what no form is holds up nothing', async () => {
  const caches = browserCaches();
  await keepShare(new Request(`${app}share`, { method: 'POST', body: 'x' }), caches, app);
  await keepShare(shared({ text: 'një' }), caches, app);
  expect((await box(caches).waiting()).map(({ text }) => text)).toEqual(['një']);
});

it('without a cache nothing waits', async () => {
  expect(await box(undefined).waiting()).toEqual([]);
});
