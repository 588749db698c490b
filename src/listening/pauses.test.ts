import { beforeEach, describe, expect, it } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import type { Manner } from '../library/manner.ts';
import { FakeEngine } from '../speech/fake-engine.ts';
import { ListeningSession } from './listening-session.ts';
import { plainWish } from './plain-wish.ts';

// Headline (0), two sentences (1, 2), two more (3, 4).
const article = inventedArticle();
const withCaption = inventedArticle({
  blocks: [
    ...article.blocks.slice(0, 2),
    { kind: 'caption', text: 'Foto. Arkiv.', marks: [] },
    ...article.blocks.slice(2),
  ],
});

let engine: FakeEngine;
let session: ListeningSession;

async function open(manner: Manner, opened = article): Promise<void> {
  session.setWish({ manner });
  await session.open(opened);
}

/** From where to where the engine was asked to speak last. */
const asked = () => {
  const [, from, { to, pause } = {}] = engine.speak.mock.lastCall ?? [];
  return { from, to, pause };
};
const state = () => [session.snapshot.playback, session.snapshot.stopReason, session.snapshot.index];

beforeEach(() => {
  engine = new FakeEngine();
  engine.list = [{ id: 'anila', name: 'Anila', language: 'sq-AL', offline: true, engine: 'system' }];
  session = new ListeningSession(engine, plainWish);
});

describe('a pause', () => {
  it('of some seconds is the engine’s, and a change of it is heard at once', async () => {
    await open({ pause: 2 });
    expect(engine.prepare.mock.lastCall?.[2].pause).toEqual({ seconds: 2, after: 'sentence' });
    session.play();
    expect(asked()).toEqual({ from: 0, to: undefined, pause: { seconds: 2, after: 'sentence' } });
    session.setWish({ manner: { pause: 1, pauseAfter: 'paragraph' } });
    expect(asked().pause).toEqual({ seconds: 1, after: 'paragraph' });
    session.setWish({ manner: {} });
    expect(asked().pause).toBeUndefined();
  });

  it('until the listener goes on: the sentence stays lit, and a press says the next', async () => {
    await open({ pause: 'wait' });
    session.play(1);
    expect(asked()).toEqual({ from: 1, to: 2, pause: undefined });
    engine.tell('sentence', { index: 1 });
    engine.tell('ended', null);
    expect(state()).toEqual(['paused', 'waiting', 1]);
    session.toggle();
    expect(asked()).toEqual({ from: 2, to: 3, pause: undefined });
  });

  it('until then after each paragraph', async () => {
    await open({ pause: 'wait', pauseAfter: 'paragraph' });
    session.play(1);
    expect(asked()).toMatchObject({ from: 1, to: 3 });
  });

  it('passes over what is not read', async () => {
    await open({ pause: 'wait', leaveOut: ['captions'] }, withCaption);
    session.play(2);
    expect(asked()).toMatchObject({ from: 2, to: 5 });
  });

  it('comes to the end of the article as ever', async () => {
    await open({ pause: 'wait' });
    session.play(4);
    expect(asked().to).toBeUndefined();
    engine.tell('sentence', { index: 4 });
    engine.tell('ended', null);
    expect(state()).toEqual(['idle', 'ended', 0]);
  });

  it.each([
    ['next', 2, () => session.next()],
    ['the one before', 0, () => session.previous()],
  ])('for a listener who is waited for, %s is heard at once', async (_, from, move) => {
    await open({ pause: 'wait' });
    session.play(1);
    engine.tell('sentence', { index: 1 });
    engine.tell('ended', null);
    move();
    expect(asked().from).toBe(from);
  });

  it('that the listener made is none that waits: the same sentence comes again', async () => {
    await open({ pause: 'wait' });
    session.play(1);
    engine.tell('sentence', { index: 1 });
    session.pause();
    session.play();
    expect(asked().from).toBe(1);
  });
});

describe('what is not read', () => {
  beforeEach(() => open({ leaveOut: ['captions', 'headline'] }, withCaption));

  it('is not begun with: the next that is read is', () => {
    session.play();
    expect(state()).toEqual(['loading', undefined, 1]);
    session.play(3);
    expect(asked().from).toBe(5);
  });

  it('is passed over in both directions, also in silence', () => {
    session.move(2);
    session.next();
    expect(session.snapshot.index).toBe(5);
    session.previous();
    expect(session.snapshot.index).toBe(2);
    session.move(0);
    expect(session.snapshot.index).toBe(1);
  });

  it('is read again as soon as it is wished', () => {
    session.setWish({ manner: {} });
    session.play(3);
    expect(asked().from).toBe(3);
  });
});

it('what is only signs is passed over in both directions too', async () => {
  const blocks = ['Një.', '* * *', 'Dy.'].map((text) => ({ kind: 'paragraph' as const, text, marks: [] }));
  await open({}, inventedArticle({ blocks }));
  session.play(2);
  session.previous();
  expect(asked().from).toBe(0);
});
