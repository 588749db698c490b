/**
 * A backup is a text of lines, each a JSON value, packed with gzip. The first is the header, the last the trailer, and
 * each between them a record (`StagedRecord`): which store, its key where it does not carry that itself, and its value.
 * The trailer's checksum is over every byte before it, as `gunzip -c FILE | head -n -1 | sha256sum` finds it.
 */
export interface BackupHeader {
  readonly format: typeof backupFormat;
  /** Of the format: a reader refuses what is above its own. */
  readonly version: number;
  /** The version of the database that the records come from. */
  readonly schema: number;
  /** The version of the app that wrote it. */
  readonly app: string;
  /** ISO 8601. */
  readonly made: string;
  readonly scope: BackupScope;
}

/** `own`: without the articles that came by themselves and can come again; `all`: every article. */
export type BackupScope = 'own' | 'all';

export interface BackupTrailer {
  /** Records of each store. */
  readonly counts: Readonly<Record<string, number>>;
  /** Hexadecimal. */
  readonly sha256: string;
}

export const backupFormat = 'degjo-backup';
export const backupVersion = 1;

/** What a backup is read or written with. */
export interface BackupWork {
  readonly signal?: AbortSignal;
  /** @param share done so far: 0 to 1 */
  readonly onProgress?: (share: number) => void;
}
