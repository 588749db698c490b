import type { SharedThing } from '../articles/shared-thing.ts';

/** What came with the address of the page: a thing that waits in the share box, or one that is here itself. */
export type Arrival = { /** Empty: it could not be kept. */ readonly shared: string } | { readonly thing: SharedThing };

/** What src/arrival.ts left for this page in the browser's history. */
export function takenFromHistory(state: unknown): Arrival | undefined {
  return (state as { readonly arrival?: Arrival } | null)?.arrival;
}
