import { msg, str } from '@lit/localize';

/** Bytes in megabytes, with one decimal: `0,6`. */
export function formatMegabytes(bytes: number, locale: string): string {
  return formatNumber(bytes / 1_000_000, locale, 1);
}

/** Bytes as room on a device: `më pak se 0,1 MB`, `4,2 MB`, `12 GB`. */
export function formatRoom(bytes: number, locale: string): string {
  if (bytes < 100_000) return msg(str`më pak se ${formatMegabytes(100_000, locale)} MB`);
  return bytes < 1_000_000_000 ? `${formatMegabytes(bytes, locale)} MB` : `${Math.round(bytes / 1_000_000_000)} GB`;
}

/** With so many decimals. Browsers without Albanian write numbers as in German, which is the same. */
export function formatNumber(value: number, locale: string, decimals: number): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat([locale, 'de'], { useGrouping: false, ...digits }).format(value);
}
