import { expect, it } from 'vitest';
import { emptyHeld } from '../held.ts';
import type { LibrarySnapshot } from '../library.ts';
import { SnapshotMaker } from '../library-snapshot.ts';
import type { SearchAnswer, SearchRequest } from './protocol.ts';
import { SearchClient } from './search-client.ts';

class FakeWorker extends EventTarget {
  readonly asked: SearchRequest[] = [];
  postMessage(request: SearchRequest): void {
    this.asked.push(request);
  }
  answer(data: SearchAnswer): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
}

class FakeLibrary extends EventTarget {
  snapshot = new SnapshotMaker().of(emptyHeld(), undefined);
  unkept = [];
  change(change: Partial<LibrarySnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.dispatchEvent(new Event('change'));
  }
}

function start() {
  const worker = new FakeWorker();
  const library = new FakeLibrary();
  const timers: (() => void)[] = [];
  const client = new SearchClient(worker, library, (run) => {
    timers.push(run);
    return () => void timers.splice(timers.indexOf(run), 1);
  });
  return { worker, library, timers, client };
}

const hit = { id: 'a', title: 'Tregu' };

it('gives the answer to the last question, and no older one', () => {
  const { worker, client } = start();
  client.search('treg');
  client.search(' tregu ');
  worker.answer({ type: 'hits', id: 1, hits: [], total: 0, isWhole: true });
  expect(client.snapshot).toMatchObject({ query: 'tregu', findings: undefined, isWaiting: true });
  worker.answer({ type: 'hits', id: 2, hits: [hit], total: 3, isWhole: true });
  expect(client.snapshot).toMatchObject({ findings: { hits: [hit], total: 3 }, isWaiting: false });
});

it('keeps showing what was found for the letters before, until the answer is there', () => {
  const { worker, client } = start();
  client.search('treg');
  worker.answer({ type: 'hits', id: 1, hits: [hit], total: 1, isWhole: true });
  client.search('tregu');
  expect(client.snapshot).toMatchObject({ findings: { hits: [hit] }, isWaiting: true });
});

it('asks once for what is only another space', () => {
  const { worker, client } = start();
  client.search('tregu');
  client.search('tregu ');
  expect(worker.asked.filter(({ type }) => type === 'search')).toHaveLength(1);
});

it('lets a library that changes many times come to rest before it reads it again', () => {
  const { worker, library, timers } = start();
  expect(worker.asked).toEqual([{ type: 'keep-up', visitors: [] }]);
  for (let change = 0; change < 3; change++) library.change({ all: [] });
  expect(timers).toHaveLength(1);
  timers[0]?.();
  expect(worker.asked).toHaveLength(2);
});

it('reads nothing anew when a place was saved', () => {
  const { worker, library, timers } = start();
  library.change({ places: new Map() });
  expect(timers).toHaveLength(0);
  expect(worker.asked).toHaveLength(1);
});

it('says how far it has read, and that it broke', () => {
  const { worker, client } = start();
  worker.answer({ type: 'progress', done: 3, total: 10 });
  expect(client.snapshot).toMatchObject({ done: 3, total: 10, hasFailed: false });
  worker.dispatchEvent(new Event('error'));
  expect(client.snapshot.hasFailed).toBe(true);
  worker.answer({ type: 'progress', done: 4, total: 10 });
  expect(client.snapshot.hasFailed).toBe(false);
  worker.answer({ type: 'failed', why: 'no room' });
  expect(client.snapshot.hasFailed).toBe(true);
});
