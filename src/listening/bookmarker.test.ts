import { beforeEach, expect, it } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { FakeEngine } from '../speech/fake-engine.ts';
import { Bookmarker } from './bookmarker.ts';
import { ListeningSession } from './listening-session.ts';
import { plainWish } from './plain-wish.ts';

let engine: FakeEngine;
let session: ListeningSession;
let bookmarker: Bookmarker;
let now = 0;

beforeEach(async () => {
  engine = new FakeEngine();
  session = new ListeningSession(engine, plainWish);
  bookmarker = new Bookmarker(session, () => now);
  await session.open(inventedArticle({ source: 'Gazeta' }));
  session.play();
  engine.tell('sentence', { index: 0 });
});

it('is the sentence that is said, with its article and its place', () => {
  engine.tell('sentence', { index: 1 });
  now += 2_000;
  expect(bookmarker.justHeard()).toMatchObject({
    id: 'ura 1 0',
    text: 'Ura mbi lumë hapet nesër.',
    title: 'Ura e re hapet nesër',
    source: 'Gazeta',
    locator: { article: 'ura', block: 1, offset: 0, quote: 'Ura mbi lumë hapet nesër.' },
  });
});

it('is the one before, while the present one has only begun', () => {
  engine.tell('sentence', { index: 1 });
  engine.tell('sentence', { index: 2 });
  now += 500;
  expect(bookmarker.justHeard()?.text).toBe('Ura mbi lumë hapet nesër.');
});

it('is the one that was chosen, however new', () => {
  session.play(4);
  engine.tell('sentence', { index: 4 });
  expect(bookmarker.justHeard()?.text).toBe('Tani rruga shkurtohet shumë.');
  session.pause();
  session.move(3);
  expect(bookmarker.justHeard()?.text).toBe('Banorët prisnin prej dy vjetësh.');
});

it('is none while nothing is open', () => {
  session.close();
  expect(bookmarker.justHeard()).toBeUndefined();
});
