import type { Held } from './held.ts';

/**
 * Which articles the listener would miss: their own, those that wait in the queue or were begun, and those that
 * they marked to be kept. What else is here came by itself and can come again.
 */
export function keepsakes(held: Held): (id: string) => boolean {
  const queued = new Set(held.queue);
  return (id) => {
    const progress = held.places.get(id)?.progress ?? 0;
    const isBegun = progress > 0 && progress < 1;
    return held.summaries.get(id)?.origin === 'own' || queued.has(id) || isBegun || held.saved.has(id);
  };
}
