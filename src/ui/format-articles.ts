import { msg, str } from '@lit/localize';
import { isOne } from './plural.ts';

export function formatArticles(count: number): string {
  return isOne(count) ? msg(str`${count} artikull`) : msg(str`${count} artikuj`);
}
