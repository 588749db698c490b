import { expect, it } from 'vitest';
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

function start() {
  const worker = new FakeWorker();
  const library = new EventTarget();
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
  worker.answer({ type: 'hits', id: 1, hits: [], isWhole: true });
  expect(client.snapshot).toMatchObject({ query: 'tregu', hits: undefined });
  worker.answer({ type: 'hits', id: 2, hits: [hit], isWhole: true });
  expect(client.snapshot.hits).toEqual([hit]);
});

it('asks once for what is only another space', () => {
  const { worker, client } = start();
  client.search('tregu');
  client.search('tregu ');
  expect(worker.asked.filter(({ type }) => type === 'search')).toHaveLength(1);
});

it('lets a library that changes many times come to rest before it reads it again', () => {
  const { worker, library, timers } = start();
  expect(worker.asked).toEqual([{ type: 'keep-up' }]);
  for (let change = 0; change < 3; change++) library.dispatchEvent(new Event('change'));
  expect(timers).toHaveLength(1);
  timers[0]?.();
  expect(worker.asked).toHaveLength(2);
});

it('says how far it has read, and that it broke', () => {
  const { worker, client } = start();
  worker.answer({ type: 'progress', done: 3, total: 10 });
  expect(client.snapshot).toMatchObject({ done: 3, total: 10, hasFailed: false });
  worker.dispatchEvent(new Event('error'));
  expect(client.snapshot.hasFailed).toBe(true);
});
