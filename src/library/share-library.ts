import { readHeld, type Held } from './held.ts';
import type { Changed, Library } from './library.ts';
import type { StoreName } from './migrations.ts';
import type { Settings } from './settings.ts';
import { isEdition, isPlace, isQueue, isSummary, soundSettings } from './sound-records.ts';

/** The one channel of all windows. */
export const libraryChannel = 'degjo-library';

/**
 * What windows tell each other: that records changed; that all did (a backup was restored); that a window is here and
 * would know what it missed; that it is not alone.
 */
type Message = { readonly kind: 'kept'; readonly changed: Changed } | { readonly kind: 'replaced' | 'hello' | 'here' };

/**
 * Lists, places, queue and settings that are kept in one window are seen in the others: each tells which records it
 * kept, and the others read those.
 */
export function shareLibrary(library: Library, channel: BroadcastChannel): void {
  const tell = (message: Message): void => channel.postMessage(message);
  library.addEventListener('kept', (event) => {
    const changed = (event as CustomEvent<Changed>).detail;
    if (Object.keys(changed).length > 0) tell({ kind: 'kept', changed });
  });
  library.addEventListener('replaced', () => tell({ kind: 'replaced' }));
  let isAlone = true;
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'kept') void reread(library, data.changed);
    else if (data.kind === 'hello') tell({ kind: 'here' });
    else if (data.kind === 'replaced' || isAlone) void rereadAll(library);
    isAlone = false;
  });
  tell({ kind: 'hello' });
}

/** Reads everything that is in memory anew. */
export async function rereadAll(library: Library): Promise<void> {
  const held = await library.read(readHeld);
  if (!held) return;
  library.held = held;
  library.changed();
  library.dispatchEvent(new CustomEvent('reread'));
}

async function reread(library: Library, changed: Changed): Promise<void> {
  const wanted = Object.entries(changed).flatMap(([store, keys]) =>
    keys.map((key) => [store as StoreName, key] as const),
  );
  const before = wanted.map(([store, key]) => inMemory(library.held, store, key));
  const found = await library.read(async (database) => {
    const transaction = database.transaction([...new Set(wanted.map(([store]) => store))]);
    return Promise.all(wanted.map(([store, key]) => transaction.objectStore(store).get(key)));
  });
  if (!found) return;
  for (const [index, [store, key]] of wanted.entries()) {
    // What this window changed meanwhile is newer.
    if (inMemory(library.held, store, key) === before[index]) hold(library.held, store, key, found[index]);
  }
  library.changed();
  library.dispatchEvent(new CustomEvent('reread', { detail: changed }));
}

function inMemory(held: Held, store: StoreName, key: string): unknown {
  if (store === 'queue') return held.queue;
  if (store === 'settings') return held.settings[key as keyof Settings];
  if (store === 'saved') return held.saved.has(key);
  return store === 'summaries' || store === 'places' || store === 'editions' ? held[store].get(key) : undefined;
}

function hold(held: Held, store: StoreName, key: string, value: unknown): void {
  if (store === 'queue') held.queue = isQueue(value) ? value : [];
  else if (store === 'settings') held.settings = soundSettings({ ...held.settings, [key]: value });
  else if (store === 'saved') mark(held.saved, key, value !== undefined);
  else if (store === 'summaries') put(held.summaries, key, isSummary(value) ? value : undefined);
  else if (store === 'places') put(held.places, key, isPlace(value) ? value : undefined);
  else if (store === 'editions') put(held.editions, key, isEdition(value) ? value : undefined);
}

function mark(set: Set<string>, key: string, isMarked: boolean): void {
  if (isMarked) set.add(key);
  else set.delete(key);
}

function put<T>(map: Map<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
