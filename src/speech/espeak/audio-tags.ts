/** What a player shows of a file. */
export interface AudioTags {
  readonly title: string;
  /** Whose text it is: the source. */
  readonly artist?: string;
  readonly album?: string;
  /** ISO 8601, only as precise as known: `2023-11`, `2023-11-24` or a full date and time. */
  readonly date?: string;
}

/** ISO 639-2 (T) and 639-3: what the embedded voice speaks. */
export const albanian = 'sqi';
/** What made the file. */
export const maker = 'Dëgjo';

/** A zero would end a field, and a line break a player's line. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
