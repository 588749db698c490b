import { beforeEach, describe, expect, it } from 'vitest';
import { scriptReports } from './engine.ts';
import { FakeEngine } from './fake-engine.ts';
import { LazyEngine } from './lazy-engine.ts';
import { plain, script } from './web-speech/listen.ts';

const own = { id: 'espeak:standard', name: 'Dëgjo', language: 'sq', offline: true, engine: 'espeak' } as const;
const settled = () => new Promise((resolve) => setTimeout(resolve));
const text = script('Po.');
let inner: FakeEngine;
let isOnline: boolean;
let loads: number;
let engine: LazyEngine;

function load(): Promise<FakeEngine> {
  loads += 1;
  return isOnline ? Promise.resolve(inner) : Promise.reject(new TypeError('offline'));
}

beforeEach(() => {
  inner = new FakeEngine();
  isOnline = true;
  loads = 0;
  engine = new LazyEngine(load, { voices: [own], refusal: 'no-pack' });
});

it('knows its voices before its code is there, and fetches that once', async () => {
  expect(engine.listed).toEqual([own]);
  expect(await engine.voices()).toEqual([own]);
  expect(loads).toBe(0);
  engine.prepare(text, 0, plain);
  engine.speak(text, 0, plain);
  await settled();
  expect(loads).toBe(1);
});

it('is asked inside the very call once it is there', async () => {
  engine.prepare(text, 0, plain);
  await settled();
  engine.speak(text, 0, plain);
  expect(inner.speak).toHaveBeenCalledOnce();
});

it('keeps the newest wish only, and none after a stop', async () => {
  engine.prepare(text, 0, plain);
  engine.speak(text, 1, plain);
  await settled();
  expect(inner.prepare).not.toHaveBeenCalled();
  expect(inner.speak).toHaveBeenCalledExactlyOnceWith(text, 1, plain);
});

it('says nothing that was stopped while it was coming', async () => {
  engine.speak(text, 0, plain);
  engine.stop();
  await settled();
  expect(inner.speak).not.toHaveBeenCalled();
});

it('passes on every kind of report', async () => {
  const heard: string[] = [];
  for (const type of scriptReports) engine.addEventListener(type, () => heard.push(type));
  engine.prepare(text, 0, plain);
  await settled();
  for (const type of scriptReports) inner.dispatchEvent(new CustomEvent(type, { detail: {} }));
  expect(heard).toEqual([...scriptReports]);
});

describe('whose voices only its code can list', () => {
  const system = { id: 'sq', name: 'Shqip', language: 'sq-AL', offline: true, engine: 'system' } as const;

  beforeEach(() => {
    inner.list = [system];
    engine = new LazyEngine(load, { refusal: 'broken' });
  });

  it('has none yet, and tells when they are there', async () => {
    const told: unknown[] = [];
    engine.addEventListener('voiceschanged', () => told.push(engine.listed));
    expect(engine.listed).toEqual([]);
    engine.prepare(text, 0, plain);
    await settled();
    inner.list = [];
    inner.tell('voiceschanged', null);
    expect(told).toEqual([[system], []]);
  });

  it('fetches the code of whoever asks for them', async () => {
    expect(await engine.voices()).toEqual([system]);
    expect(loads).toBe(1);
  });

  it('has none while that cannot come', async () => {
    isOnline = false;
    expect(await engine.voices()).toEqual([]);
  });
});

describe('code that cannot come', () => {
  it('is told to whoever wants to hear, and tried again at the next press', async () => {
    const reasons: unknown[] = [];
    engine.addEventListener('failed', (event) => reasons.push((event as CustomEvent).detail));
    isOnline = false;
    engine.prepare(text, 0, plain);
    await settled();
    expect(reasons).toEqual([]);
    engine.speak(text, 2, plain);
    await settled();
    expect(reasons).toEqual([{ index: 2, reason: 'no-pack' }]);
    isOnline = true;
    engine.speak(text, 2, plain);
    await settled();
    expect(inner.speak).toHaveBeenCalledOnce();
  });
});
