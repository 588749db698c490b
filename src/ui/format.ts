import { msg, str } from '@lit/localize';
import { isOne } from './plural.ts';

/** Not every browser build carries Albanian in its Intl data: the names stand here. CLDR 48, sq. */
const albanianMonths = 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'.split(' ');

/** Words a minute of a calm reading voice at its own speed. */
const wordsPerMinute = 150;

/**
 * A publication date as a reader would write it, only as precise as it is known.
 *
 * @param published ISO 8601: `2023-11`, `2023-11-24` or a full date and time (shown in the reader's own time zone)
 */
export function formatDate(published: string, locale: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(localDay(published)) ?? [];
  if (year === undefined || month === undefined) return year ?? published;
  const name = locale === 'sq' ? albanianMonths[Number(month) - 1] : monthName(Number(month), locale);
  return [day && Number(day), name, year].filter(Boolean).join(' ');
}

function localDay(published: string): string {
  if (!published.includes('T')) return published;
  const date = new Date(published);
  if (Number.isNaN(date.getTime())) return published;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function monthName(month: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1));
}

/** How long a text takes to hear at a rate, as a listener would say it. */
export function formatLength(words: number, rate: number): string {
  const minutes = Math.max(1, Math.round(words / wordsPerMinute / rate));
  return msg(str`${minutes} min`);
}

/** How long texts take to hear one after the other, as a listener would say it. */
export function formatMinutes(words: number, rate: number): string {
  return formatSpan(Math.max(1, Math.round(words / wordsPerMinute / rate)));
}

/** Whole minutes as a listener would say them. */
export function formatSpan(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return isOne(minutes) ? msg(str`${minutes} minutë`) : msg(str`${minutes} minuta`);
  return rest === 0 ? msg(str`${hours} orë`) : msg(str`${hours} orë e ${rest} min`);
}

/** A rate as a listener reads it: `1×`, `1,2×`. Browsers without Albanian write numbers as in German, which is the same. */
export function formatRate(rate: number, locale: string): string {
  return `${new Intl.NumberFormat([locale, 'de']).format(rate)}×`;
}

/** A stretch of time as a clock shows it: `0:07`, `12:40`, `1:02:03`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The same for a screen reader: `7 sek`, `12 min 40 sek`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return minutes > 0 ? msg(str`${minutes} min ${rest} sek`) : msg(str`${rest} sek`);
}
