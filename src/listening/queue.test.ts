import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { Library } from '../library/library.ts';
import { FakeEngine } from '../speech/fake-engine.ts';
import { ListeningSession } from './listening-session.ts';
import { plainWish } from './plain-wish.ts';
import { Queue } from './queue.ts';

const source = 'Gazeta e lagjes';
const articleOf = (id: string) => inventedArticle({ id, title: `Titulli ${id}`, source });

let engine: FakeEngine;
let library: Library;
let session: ListeningSession;
let queue: Queue;
let stopsHere: boolean;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  engine = new FakeEngine();
  library = await Library.open();
  const order = ['ura', 'moti', 'sporti'];
  await library.keepEdition({ key: 'mostra', title: source, order, fingerprint: 'f' }, order.map(articleOf));
  await library.add(articleOf('e imja'));
  session = new ListeningSession(engine, plainWish);
  session.addEventListener('place', ({ detail }) => void library.savePlace({ ...detail, saved: 1 }));
  stopsHere = false;
  queue = new Queue(library, session, () => stopsHere);
});

const order = () => library.snapshot.queue.map(({ id }) => id);
const upcoming = () => queue.upcoming.map(({ id }) => id);
const heard = () => session.snapshot.article?.id;
/** Waits until the engine was asked to read this article. */
const reads = (id: string) =>
  vi.waitFor(() => {
    expect(heard()).toBe(id);
    expect(session.snapshot.script?.article.id).toBe(id);
    expect(session.isPlaying).toBe(true);
  });
const said = () => engine.speak.mock.lastCall;
const announced = () => said()?.[2].announcement?.map(({ text }) => text);
const progressOf = (id: string) => library.place(id)?.progress;

/** The queue holds these, and the first is being read. */
async function listening(...ids: string[]): Promise<void> {
  await queue.add(ids);
  await queue.play(ids[0] ?? '');
  await reads(ids[0] ?? '');
  engine.tell('sentence', { index: 0 });
}

describe('the order', () => {
  it('is that of adding, each article once, and survives a restart', async () => {
    expect(await queue.add(['moti', 'ura'])).toBe('kept');
    await queue.add(['ura', 'sporti']);
    expect(order()).toEqual(['moti', 'ura', 'sporti']);
    library.close();
    expect((await Library.open()).snapshot.queue.map(({ id }) => id)).toEqual(['moti', 'ura', 'sporti']);
  });

  it('has what is to be heard next right after what is heard', async () => {
    await listening('ura', 'moti');
    await queue.playNext('sporti');
    expect(order()).toEqual(['ura', 'sporti', 'moti']);
    await queue.playNext('moti');
    expect(upcoming()).toEqual(['moti', 'sporti']);
  });

  it('can be changed among those that come', async () => {
    await listening('ura', 'moti', 'sporti', 'e imja');
    await queue.move('e imja', 0);
    expect(order()).toEqual(['ura', 'e imja', 'moti', 'sporti']);
    await queue.move('e imja', 2);
    expect(upcoming()).toEqual(['moti', 'sporti', 'e imja']);
  });

  it('loses an article, and has it back by undo, whatever was added meanwhile', async () => {
    await queue.add(['ura', 'moti', 'sporti']);
    const undo = queue.remove('moti');
    expect(order()).toEqual(['ura', 'sporti']);
    await queue.add(['e imja']);
    undo();
    expect(order()).toEqual(['ura', 'moti', 'sporti', 'e imja']);
  });

  it('is cleared but for what is heard, and has all back by undo, but for what was heard meanwhile', async () => {
    await listening('ura', 'moti', 'sporti');
    const undo = queue.clear();
    expect(order()).toEqual(['ura']);
    engine.tell('ended', null);
    undo();
    expect(order()).toEqual(['moti', 'sporti']);
  });
});

describe('going on by itself', () => {
  it('what was heard is marked heard and leaves; the next is announced and read', async () => {
    await listening('ura', 'moti');
    engine.tell('ended', null);
    expect(session.isPlaying).toBe(true);
    await reads('moti');
    expect(order()).toEqual(['moti']);
    expect(progressOf('ura')).toBe(1);
    expect(announced()).toEqual([source]);
    expect(said()?.[1]).toBe(0);
  });

  it('goes on where it was left, and then says the title, too, in the spoken form', async () => {
    const script = session.open(articleOf('moti')).then(() => session.snapshot.script?.locatorOf(3));
    const locator = await script;
    if (locator) await library.savePlace({ locator, progress: 0.6, saved: 1 });
    await listening('ura', 'moti');
    engine.tell('ended', null);
    await reads('moti');
    expect(announced()).toEqual([source, 'Titulli moti']);
    expect(said()?.[1]).toBe(3);
  });

  it('ends with the last', async () => {
    await listening('ura');
    engine.tell('ended', null);
    expect(session.snapshot).toMatchObject({ playback: 'idle', stopReason: 'ended' });
    expect(order()).toEqual([]);
  });

  it('follows an article that was opened by hand', async () => {
    await queue.add(['moti']);
    await session.open(articleOf('ura'));
    session.play();
    engine.tell('ended', null);
    await reads('moti');
  });

  it('is silent where it was asked to be', async () => {
    await listening('ura', 'moti');
    stopsHere = true;
    engine.tell('ended', null);
    expect(session.snapshot).toMatchObject({ playback: 'idle', stopReason: 'ended' });
    expect(order()).toEqual(['moti']);
  });

  it('a pause between two articles holds, and the next one stands ready', async () => {
    await listening('ura', 'moti');
    engine.tell('ended', null);
    session.pause();
    await vi.waitFor(() => expect(session.snapshot.script?.article.id).toBe('moti'));
    expect(session.isPlaying).toBe(false);
  });

  it('another article that is opened between two is not taken away again', async () => {
    await listening('ura', 'moti');
    engine.tell('ended', null);
    await session.open(articleOf('sporti'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard()).toBe('sporti');
  });

  it('passes over an article that holds nothing to say', async () => {
    await listening('ura', 'moti', 'sporti');
    engine.tell('failed', { index: 0, reason: 'nothing-to-say' });
    await reads('moti');
    expect(order()).toEqual(['moti', 'sporti']);
  });

  it('passes over an article whose text cannot be read any more', async () => {
    await listening('ura', 'moti', 'sporti');
    const article = library.article.bind(library);
    vi.spyOn(library, 'article').mockImplementation(async (id) => (id === 'moti' ? undefined : article(id)));
    engine.tell('ended', null);
    await reads('sporti');
    expect(order()).toEqual(['sporti']);
  });
});

describe('everything that is new', () => {
  it('is what was not heard, the editions’ first, after what the listener chose', async () => {
    await queue.add(['sporti']);
    const locator = { article: 'moti', block: 0, offset: 0, quote: '' };
    await library.savePlace({ locator, progress: 1, saved: 1 });
    await queue.playAll();
    await reads('sporti');
    expect(order()).toEqual(['sporti', 'ura', 'e imja']);
    expect(announced()).toEqual([source]);
  });

  it('goes on with the article that was paused, without announcing it again', async () => {
    await listening('ura', 'moti');
    session.pause();
    await queue.playAll();
    await reads('ura');
    expect(announced()).toBeUndefined();
  });
});

describe('moving by articles', () => {
  it('skips one, unheard, and comes back to it where it was left', async () => {
    await listening('ura', 'moti');
    engine.tell('sentence', { index: 3 });
    expect(queue.skip()).toBe(true);
    await reads('moti');
    expect(order()).toEqual(['moti']);
    expect(progressOf('ura')).toBe(3 / 5);
    expect(queue.back()).toBe(true);
    await reads('ura');
    expect(order()).toEqual(['ura', 'moti']);
    expect(said()?.[1]).toBe(3);
  });

  it('goes back to the beginning of the article first', async () => {
    await listening('ura', 'moti');
    queue.skip();
    await reads('moti');
    engine.tell('sentence', { index: 2 });
    expect(queue.back()).toBe(true);
    expect([heard(), session.snapshot.index]).toEqual(['moti', 0]);
  });

  it('does nothing where there is no other', async () => {
    await listening('ura');
    expect([queue.skip(), queue.back()]).toEqual([false, false]);
    expect(heard()).toBe('ura');
  });

  it('of two quick wishes the last counts', async () => {
    await listening('ura', 'moti', 'sporti');
    void queue.play('moti');
    void queue.play('sporti');
    await reads('sporti');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard()).toBe('sporti');
  });
});
