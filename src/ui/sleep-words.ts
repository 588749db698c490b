import { msg, str } from '@lit/localize';
import type { SleepSnapshot } from '../listening/sleep-timer.ts';

/** What is left until it falls silent, as short as a button is. */
export function sleepLeft({ kind, left }: SleepSnapshot): string {
  if (kind === 'minutes') return msg(str`${Math.ceil(left / 60_000)} min`);
  return left === 1 ? msg('1 artikull') : msg(str`${left} artikuj`);
}
