import { msg, str } from '@lit/localize';
import { formatNumber } from './format.ts';

/** Bytes in megabytes, with one decimal: `0,6`. */
export function formatMegabytes(bytes: number, locale: string): string {
  return formatNumber(bytes / 1_000_000, locale, 1);
}

/** Bytes as room on a device: `më pak se 0,1 MB`, `4,2 MB`, `12 GB`. */
export function formatRoom(bytes: number, locale: string): string {
  if (bytes < 100_000) return msg(str`më pak se ${formatMegabytes(100_000, locale)} MB`);
  return bytes < 1_000_000_000 ? `${formatMegabytes(bytes, locale)} MB` : `${Math.round(bytes / 1_000_000_000)} GB`;
}
