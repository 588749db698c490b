import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { SnapshotMaker } from './library-snapshot.ts';
import { Library } from './library.ts';

beforeEach(() => {
  // In memory alone.
  vi.stubGlobal('indexedDB', undefined);
});

const ids = ['ura', 'moti', 'sporti', 'tregu'];

const save = (library: Library, article: string, progress: number, saved: number) => {
  void library.savePlace({ locator: { article, block: 0, offset: 0, quote: '' }, progress, saved });
};

async function filled(): Promise<Library> {
  const library = await Library.open();
  await library.add(inventedArticle({ id: 'ura' }));
  const brought = ids.slice(1);
  const edition = { key: 'mostra', title: 'Mostra', order: brought, fingerprint: '' };
  await library.keepEdition(
    edition,
    brought.map((id) => inventedArticle({ id })),
  );
  return library;
}

function expectAsAnew(library: Library): void {
  const { begun, places, ...snapshot } = library.snapshot;
  const { begun: latest, places: known, ...anew } = new SnapshotMaker().of(library.held, undefined);
  expect(snapshot).toEqual(anew);
  for (const id of [...ids, 'askund']) expect(places.get(id)).toBe(known.get(id));
  // Of two that were saved in the same moment, either.
  expect(begun?.place.saved).toBe(latest?.place.saved);
}

describe('a snapshot after a place was saved', () => {
  it('has the same lists as the one before, and the place', async () => {
    const library = await filled();
    const before = library.snapshot;
    save(library, 'moti', 0.5, 1);
    const { places, begun, ...after } = library.snapshot;
    for (const name of ['all', 'own', 'editions', 'unheard', 'queue'] as const) expect(after[name]).toBe(before[name]);
    expect([places.get('moti')?.progress, begun?.article.id]).toEqual([0.5, 'moti']);
    expect([before.places.get('moti'), before.begun]).toEqual([undefined, undefined]);
  });

  it('no longer counts an article that was heard to its end, and does again when it is begun anew', async () => {
    const library = await filled();
    const unheard = () => library.snapshot.unheard.map(({ id }) => id);
    expect(unheard()).toEqual(['moti', 'sporti', 'tregu', 'ura']);
    save(library, 'moti', 1, 1);
    expect(unheard()).toEqual(['sporti', 'tregu', 'ura']);
    save(library, 'moti', 0.1, 2);
    expect(unheard()).toEqual(['moti', 'sporti', 'tregu', 'ura']);
  });

  it('is the one that would be made anew, whatever was changed before', async () => {
    const id = fc.constantFrom(...ids, 'askund');
    const saved = fc.record({
      kind: fc.constant('place' as const),
      id,
      progress: fc.constantFrom(0, 0.2, 0.8, 1),
      saved: fc.integer({ min: 0, max: 5 }),
    });
    const look = fc.record({ kind: fc.constant('look' as const), id });
    const other = fc.record({ kind: fc.constantFrom('forget', 'queue', 'mark', 'drop', 'setting'), id });
    const step = fc.oneof(
      { weight: 5, arbitrary: saved },
      { weight: 3, arbitrary: look },
      { weight: 1, arbitrary: other },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const library = await filled();
        for (const step of steps) {
          if (step.kind === 'place') save(library, step.id, step.progress, step.saved);
          else if (step.kind === 'forget') void library.forgetPlace(step.id);
          else if (step.kind === 'queue') void library.saveQueue([step.id]);
          else if (step.kind === 'mark') void library.saveArticles([step.id], true);
          else if (step.kind === 'drop') await library.drop([step.id]);
          else if (step.kind === 'setting') void library.saveSettings({ rate: 2 });
          // Not after each: several places may have been saved since the last one.
          else expectAsAnew(library);
        }
        expectAsAnew(library);
      }),
    );
  });
});
