import type { Keeping, Library } from './library.ts';

/** How long was listened on a day. */
export interface ListenedDay {
  /** The listener's own date: `2026-11-25`. */
  readonly day: string;
  readonly seconds: number;
}

export function addListened(library: Library, { day, seconds }: ListenedDay): Promise<Keeping> {
  return library.rewrite({ listened: [day] }, (transaction) => {
    const store = transaction.objectStore('listened');
    return [store.get(day).then((before) => store.put((isCount(before) ? before : 0) + seconds, day))];
  });
}

/** The latest first. */
export async function listenedDays(library: Library): Promise<ListenedDay[]> {
  const found = await library.read((database) => {
    const { store } = database.transaction('listened');
    return Promise.all([store.getAllKeys(), store.getAll()]);
  });
  const [days = [], counts = []] = found ?? [];
  return days
    .map((day, index) => ({ day, seconds: counts[index] }))
    .filter((listened): listened is ListenedDay => isCount(listened.seconds))
    .reverse();
}

export function forgetListened(library: Library): Promise<Keeping> {
  return library.keep((database) => database.clear('listened'));
}

const isCount = (value: unknown): value is number => typeof value === 'number';

/** The date of a moment where the listener is. @param at milliseconds since 1970 */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
