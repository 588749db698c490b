import type { ListenedDay } from '../library/listened-days.ts';
import { dayOf } from '../library/listened-days.ts';
import type { ListeningSession } from './listening-session.ts';

/** Milliseconds that are counted at once: no more is lost where a page is killed. */
const together = 30_000;

interface Parts {
  readonly session: Pick<ListeningSession, 'snapshot' | 'addEventListener'>;
  /** Does the listener wish it? */
  readonly isWished: () => boolean;
  readonly add: (listened: ListenedDay) => unknown;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Where `pagehide` comes. */
  readonly page: Pick<EventTarget, 'addEventListener'>;
}

/** Counts how long something is heard, at whatever speed: only while a voice speaks, and only if it is wished. */
export function countListening({ session, isWished, add, now, page }: Parts): void {
  /** When what is not counted yet began; undefined while nothing is heard. */
  let from: number | undefined;
  const count = (): void => {
    const to = now();
    // A clock that was set back counts nothing.
    if (from !== undefined && to > from && isWished()) add({ day: dayOf(from), seconds: (to - from) / 1000 });
    from = undefined;
  };
  const isHeard = (): boolean => session.snapshot.playback === 'playing';
  // Each sentence is a change.
  session.addEventListener('change', () => {
    if (isHeard()) from ??= now();
    if (from !== undefined && (!isHeard() || now() - from >= together)) count();
    if (isHeard()) from ??= now();
  });
  page.addEventListener('pagehide', count);
}
