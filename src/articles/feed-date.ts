import { isoDate } from './iso-date.ts';

/** The first three letters of the months' names, English and Albanian, by number. */
const months = new Map(
  [
    ['jan'],
    ['feb', 'shk'],
    ['mar'],
    ['apr', 'pri'],
    ['may', 'maj'],
    ['jun', 'qer'],
    ['jul', 'kor'],
    ['aug', 'gus'],
    ['sep', 'sht'],
    ['oct', 'tet'],
    ['nov', 'nën', 'nen'],
    ['dec', 'dhj'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** RFC 822, and what Albanian sites write. */
const zones = new Map([
  ['UT', '+00:00'],
  ['UTC', '+00:00'],
  ['GMT', '+00:00'],
  ['Z', '+00:00'],
  ['CET', '+01:00'],
  ['CEST', '+02:00'],
  ['EET', '+02:00'],
  ['EEST', '+03:00'],
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CST', '-06:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
]);

/** Tue, 24 Nov 2026 08:30:00 +0100: as most feeds have it. Of a day that not every month has the calendar is asked. */
const usual =
  /^[A-Z][a-z]{2}, (?:0?[1-9]|1\d|2[0-8]) [A-Z][a-z]{2} \d{4} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d (?:GMT|[+-](?:0\d|1[0-3])[0-5]\d)$/;

const time = String.raw`(?:\D{1,12}?(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?(?:\.\d+)?\s*(?<zone>[A-Z]{1,4}|[+-]\d\d:?\d\d)?)?`;
const orders = [
  // Tue, 24 Nov 2026 08:30:00 +0100 · E martë, 24 nëntor 2026, ora 8:30
  String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?<name>[\p{L}\p{M}]{3,10})\.?,?[\s-]+(?<year>\d{4}|\d\d)(?!\d)`,
  // Nov 24, 2026 08:30
  String.raw`(?<name>[\p{L}\p{M}]{3,10})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})`,
  // 24.11.2026 08:30 · 24/11/2026
  String.raw`(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4})`,
  // 2026/11/24 08:30
  String.raw`(?<year>\d{4})[./-](?<month>\d{1,2})[./-](?<day>\d{1,2})`,
].map((date) => new RegExp(`(?<![\\d\\p{L}])${date}${time}`, 'u'));

/**
 * A date as feeds and pages write it, however wrongly, in ISO 8601 as `isoDate` gives it. What lies in the future was
 * published now: it must not stand above all news for years. Undefined for what is no date.
 *
 * @param now in milliseconds since 1970
 */
export function feedDate(written: string, now: number): string | undefined {
  const text = written.trim().slice(0, 80).normalize('NFC');
  const date = fromUsual(text) ?? isoDate(text) ?? fromSeconds(text) ?? fromWords(text);
  return date !== undefined && Date.parse(date) > now ? isoInstant(now) : date;
}

/** Every engine reads these alike, several times as fast as by their parts. */
function fromUsual(text: string): string | undefined {
  const milliseconds = usual.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(milliseconds) ? undefined : isoInstant(milliseconds);
}

/** Seconds or milliseconds since 1970. */
function fromSeconds(text: string): string | undefined {
  if (!/^\d{9,13}$/.test(text)) return undefined;
  return isoInstant(text.length > 11 ? Number(text) : Number(text) * 1000);
}

function fromWords(text: string): string | undefined {
  for (const order of orders) {
    const parts = order.exec(text)?.groups;
    const date = parts && fromParts(parts);
    if (date !== undefined) return date;
  }
  return undefined;
}

function fromParts({ year = '', month, name = '', day = '', hour, minute, second, zone }: Parts): string | undefined {
  const number = month ?? months.get(name.slice(0, 3).toLowerCase());
  if (number === undefined) return undefined;
  const date = `${year.length === 2 ? `20${year}` : year}-${two(number)}-${two(day)}`;
  const offset = zone === undefined ? undefined : (zones.get(zone) ?? (/\d/.test(zone) ? zone : undefined));
  const clock = hour === undefined || minute === undefined ? '' : `T${two(hour)}:${minute}:${second ?? '00'}`;
  // Without its zone, a time of day is not known.
  return isoDate(clock === '' || offset === undefined ? date : `${date}${clock}${offset}`) ?? isoDate(date);
}

type Parts = Readonly<Record<string, string | undefined>>;

function two(number: number | string): string {
  return String(number).padStart(2, '0');
}

function isoInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
