import { beforeEach, expect, it, vi } from 'vitest';
import type { Voice } from './engine.ts';
import { FakeEngine } from './fake-engine.ts';
import { VoiceSampler } from './voice-sampler.ts';

const voice = (id: string): Voice => ({ id, name: id, language: 'sq', offline: true, engine: 'system' });
const anila = voice('anila');

let engine: FakeEngine;
let sampler: VoiceSampler;
const hush = vi.fn();

beforeEach(() => {
  hush.mockReset();
  engine = new FakeEngine();
  sampler = new VoiceSampler(engine, () => ({ voice: voice('ilir'), pitch: 1.2 }), hush);
});

it('says one sentence in the voice that is tried, at once, and in silence around it', () => {
  engine.speak.mockImplementation(() => expect(hush).toHaveBeenCalledOnce());
  sampler.say('Mirëdita.', anila);
  expect(engine.speak).toHaveBeenCalledWith([{ text: 'Mirëdita.', language: 'sq', closes: 'sentence' }], 0, {
    voice: anila,
    rate: 1,
    pitch: 1.2,
  });
});

it("says a pronunciation in the listener's own voice", () => {
  sampler.say('Bajden');
  expect(engine.speak.mock.lastCall?.[2].voice?.id).toBe('ilir');
});

it('tells how it went', () => {
  const states: unknown[] = [];
  sampler.addEventListener('change', () => states.push(sampler.snapshot));
  sampler.say('Mirëdita.', anila);
  engine.tell('sentence', { index: 0 });
  engine.tell('ended', null);
  const asked = { text: 'Mirëdita.', voice: 'anila' };
  expect(states).toEqual([
    { ...asked, state: 'coming' },
    { ...asked, state: 'speaking' },
    { ...asked, state: 'silent', outcome: 'heard' },
  ]);
  sampler.say('Mirëdita.', anila);
  engine.tell('failed', { index: 0, reason: 'not-started' });
  expect(sampler.snapshot).toEqual({ ...asked, state: 'silent', outcome: 'not-started' });
});

it('that is stopped was neither heard nor failed', () => {
  sampler.say('Mirëdita.', anila);
  sampler.stop();
  expect(engine.stop).toHaveBeenCalledOnce();
  expect(sampler.snapshot).toEqual({ state: 'silent', text: 'Mirëdita.', voice: 'anila' });
});
