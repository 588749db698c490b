import { msg, str } from '@lit/localize';
import { formatNumber } from './format-room.ts';

/** How long something lasts, as a listener would say it. @param seconds about */
export function formatMinutes(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return msg(str`${minutes} min`);
  return rest === 0 ? msg(str`${hours} orë`) : msg(str`${hours} orë e ${rest} min`);
}

/** About how big a file is: `0,4 MB`, `3 MB`, `166 MB`, `1,2 GB`, on one line. */
export function formatSize(bytes: number, locale: string): string {
  const [value, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  const text = value < 2 ? formatNumber(Math.max(0.1, value), locale, 1) : String(Math.round(value));
  return `${text}\u00A0${unit}`;
}
