import { expect, it, vi } from 'vitest';
import type { Voice } from './engine.ts';
import { FakeEngine } from './fake-engine.ts';
import { VoiceCatalogue } from './voice-catalogue.ts';

const voice = (id: string, engine: Voice['engine'] = 'system'): Voice => ({
  id,
  name: id,
  language: 'sq',
  offline: true,
  engine,
});

function setUp() {
  const system = Object.assign(new FakeEngine(), { lightsWords: () => false });
  const embedded = new FakeEngine();
  system.list = [voice('shqip')];
  embedded.list = [voice('espeak:standard', 'espeak')];
  return { system, embedded, catalogue: new VoiceCatalogue(system, embedded) };
}

const ids = ({ snapshot }: VoiceCatalogue) => snapshot?.map((listed) => listed.voice.id);

it('knows nothing before it has asked, and then all voices', async () => {
  const { catalogue } = setUp();
  expect(catalogue.snapshot).toBeUndefined();
  await catalogue.refresh();
  expect(ids(catalogue)).toEqual(['shqip', 'espeak:standard']);
  expect(catalogue.chosen({ proven: [], refused: [] })?.id).toBe('espeak:standard');
  expect(catalogue.chosen({ proven: ['shqip'], refused: [] })?.id).toBe('shqip');
});

it('works without an embedded voice', async () => {
  const catalogue = new VoiceCatalogue(setUp().system);
  await catalogue.refresh();
  expect(ids(catalogue)).toEqual(['shqip']);
});

it('hears of a voice that comes later', async () => {
  const { catalogue, system } = setUp();
  await catalogue.refresh();
  system.list = [voice('anila'), voice('shqip')];
  const changed = vi.fn();
  catalogue.addEventListener('change', changed);
  system.tell('voiceschanged', null);
  await vi.waitFor(() => expect(changed).toHaveBeenCalled());
  expect(ids(catalogue)?.[0]).toBe('anila');
});

it('drops an answer that comes after a newer one', async () => {
  const { catalogue, system } = setUp();
  let answer: (voices: readonly Voice[]) => void = () => undefined;
  vi.spyOn(system, 'voices').mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  const late = catalogue.refresh();
  await catalogue.refresh();
  answer([]);
  await late;
  expect(ids(catalogue)).toContain('shqip');
});
