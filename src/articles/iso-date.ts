const pattern = /^([12]\d{3})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?$/i;

/**
 * A date as feeds and files write it, in ISO 8601 and only as precise as known: `2023-11`, `2023-11-24`, or an
 * instant in UTC, `2023-11-24T07:30:00Z`. A time of day without its zone is not known, so the day is left. Undefined
 * for what is no date.
 */
export function isoDate(written: string): string | undefined {
  const match = pattern.exec(written.trim());
  if (!match) return undefined;
  const [, year = '', month = '', day, hour, minute, second = '00', zone] = match;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === undefined) return `${year}-${month}`;
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return undefined;
  if (zone === undefined) return `${year}-${month}-${day}`;
  const offset = zone.toUpperCase().replace(/(\d\d)(\d\d)$/, '$1:$2');
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString().replace('.000Z', 'Z');
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
