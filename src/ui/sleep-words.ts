import { msg, str } from '@lit/localize';
import { formatArticles } from './format-articles.ts';
import { extension, type SleepSnapshot } from '../listening/sleep-timer.ts';

/** What is left until it falls silent, as short as a button is. */
export function sleepLeft({ kind, left }: SleepSnapshot): string {
  if (kind === 'minutes') return msg(str`${Math.ceil(left / 60_000)} min`);
  return formatArticles(left);
}

/** What one tap adds to it. */
export function sleepMore({ kind }: Pick<SleepSnapshot, 'kind'>): string {
  return kind === 'minutes' ? msg(str`+${extension.minutes} minuta`) : msg('+1 artikull');
}
