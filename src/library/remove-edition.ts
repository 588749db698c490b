import { deletions, leaving, type Library } from './library.ts';

/**
 * Removes an edition with the articles that no other brings, and their places; those marked to be kept stay.
 *
 * @returns puts them back
 */
export async function removeEdition(library: Library, key: string): Promise<() => Promise<void>> {
  const edition = library.edition(key);
  if (!edition) return () => Promise.resolve();
  const gone = library.leavingWith(key, []).filter((id) => !library.held.saved.has(id));
  const articles = (await Promise.all(gone.map((id) => library.article(id)))).filter(
    (article) => article !== undefined,
  );
  const places = gone.flatMap((id) => library.held.places.get(id) ?? []);
  await library.write({ ...leaving(gone), editions: [key] }, (transaction) => [
    ...deletions(transaction, gone),
    transaction.objectStore('editions').delete(key),
  ]);
  library.forget(gone);
  library.held.editions.delete(key);
  library.changed();
  return async () => {
    await library.keepEdition(edition, articles);
    for (const place of places) await library.savePlace(place);
  };
}
