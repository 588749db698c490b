import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  backupFormat,
  backupVersion,
  type BackupHeader,
  type BackupTrailer,
  type BackupWork,
} from './backup-format.ts';
import { schemaVersion, type StagedRecord } from './migrations.ts';
import { isLike } from './sound-records.ts';

/**
 * Why a file is not restored:
 * - `foreign`: it is no backup of this app
 * - `newer`: it was made by a version of the app that keeps more than this one knows
 * - `truncated`: it ends too early
 * - `altered`: it is not as it was written
 */
export type BackupProblem = 'foreign' | 'newer' | 'truncated' | 'altered';

export class BackupError extends Error {
  readonly problem: BackupProblem;

  constructor(problem: BackupProblem) {
    super(`the backup is ${problem}`);
    this.problem = problem;
  }
}

/** A longer line than this is no record of ours. Bytes. */
const longestLine = 64_000_000;

const lineFeed = 10;

const header = { format: '', version: 0, schema: 0, app: '', made: '', scope: '' };
const trailer = { counts: {}, sha256: '' };
const record = { store: '' };

/**
 * Reads a backup, packed or unpacked: first its header, then its records, some at a time. Only when it has come to its
 * end is it known to be whole.
 *
 * @throws BackupError
 */
export async function* readBackup(file: Blob, { signal, onProgress }: BackupWork = {}) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const hash = sha256.create();
  const counts: Record<string, number> = {};
  let head: BackupHeader | undefined;
  let tail: BackupTrailer | undefined;
  const take = (line: Uint8Array): StagedRecord | undefined => {
    const value = parse(decoder, line);
    if (!head) {
      head = checkHeader(value);
    } else if (tail) {
      throw new BackupError('altered');
    } else if (isLike(value, trailer)) {
      tail = value as BackupTrailer;
      return undefined;
    }
    hash.update(line);
    if (value === head) return undefined;
    if (!isLike(value, record)) throw new BackupError('altered');
    const found = value as StagedRecord;
    counts[found.store] = (counts[found.store] ?? 0) + 1;
    return found;
  };
  for await (const lines of linesOf(file, onProgress)) {
    signal?.throwIfAborted();
    const records = lines.flatMap((line) => take(line) ?? []);
    if (head && records.length > 0) yield { header: head, records };
  }
  if (!head) throw new BackupError('foreign');
  if (!tail) throw new BackupError('truncated');
  if (tail.sha256 !== bytesToHex(hash.digest()) || !isEqual(tail.counts, counts)) throw new BackupError('altered');
  return head;
}

function parse(decoder: TextDecoder, line: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(line)) as unknown;
  } catch {
    return undefined;
  }
}

function checkHeader(value: unknown): BackupHeader {
  if (!isLike(value, header)) throw new BackupError('foreign');
  const found = value as BackupHeader;
  const { format }: { readonly format: string } = found;
  if (format !== backupFormat) throw new BackupError('foreign');
  if (found.version > backupVersion || found.schema > schemaVersion) throw new BackupError('newer');
  return found;
}

function isEqual(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => one[name] === other[name]);
}

/** Its whole lines, with the line feed, some at a time; what follows the last line feed is left out. */
async function* linesOf(file: Blob, onProgress?: (share: number) => void): AsyncGenerator<Uint8Array<ArrayBuffer>[]> {
  const isPacked = await beginsPacked(file);
  let taken = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      taken += chunk.length;
      onProgress?.(taken / file.size);
      controller.enqueue(chunk);
    },
  });
  const bytes = file.stream().pipeThrough(counted);
  const unpacked = isPacked ? bytes.pipeThrough<Uint8Array<ArrayBuffer>>(new DecompressionStream('gzip')) : bytes;
  const reader = unpacked.getReader();
  let rest = new Uint8Array(0);
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(async (error: unknown) => {
        // A file that cannot be read any more, say: the disk was taken out.
        if (error instanceof DOMException) throw error;
        throw new BackupError((await endsEarly(file)) ? 'truncated' : 'altered');
      });
      if (done) return;
      const lines: Uint8Array<ArrayBuffer>[] = [];
      const all = joined(rest, value);
      let from = 0;
      // What was looked through before has no line feed.
      for (let end = all.indexOf(lineFeed, rest.length); end >= 0; end = all.indexOf(lineFeed, from)) {
        lines.push(all.subarray(from, end + 1));
        from = end + 1;
      }
      rest = all.subarray(from);
      if (rest.length > longestLine) throw new BackupError('foreign');
      if (lines.length > 0) yield lines;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function joined(one: Uint8Array<ArrayBuffer>, other: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (one.length === 0) return other;
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

/** RFC 1952: every gzip file begins with these two bytes. */
async function beginsPacked(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/**
 * Does a packed file that could not be unpacked lack its end? The error does not tell, but its moment does: then all that
 * is there is taken, and only its end is refused.
 */
async function endsEarly(file: Blob): Promise<boolean> {
  const { readable, writable } = new DecompressionStream('gzip');
  const isRefused = readable.pipeTo(new WritableStream()).then(
    () => false,
    () => true,
  );
  const writer = writable.getWriter();
  void writer.closed.catch(() => undefined);
  try {
    const reader = file.stream().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) await writer.write(next.value);
  } catch {
    return false;
  }
  // Node says a little later than browsers what it thinks of the last piece.
  const isYetFine = new Promise<false>((resolve) => setTimeout(() => resolve(false), 50));
  if (await Promise.race([isRefused, isYetFine])) return false;
  void writer.close().catch(() => undefined);
  return isRefused;
}
