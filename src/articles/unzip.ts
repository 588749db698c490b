import { Unzip, UnzipInflate } from 'fflate';

/** In bytes, of all entries together: the text of a long book is a twentieth of it. */
export const maxUnzipped = 64_000_000;

const maxEntries = 10_000;

/** At most a thousand times as much comes out of one piece before it is counted. */
const pieceSize = 16_384;

/** Contents by path. */
export type Entries = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export interface UnzipProblem {
  readonly problem: 'broken' | 'locked';
}

/**
 * The wanted entries of a ZIP archive. What they say of their size is not believed: bytes are counted as they come
 * out, and an archive that gives more than `maxUnzipped` is refused.
 */
export function unzip(bytes: Uint8Array, isWanted: (path: string) => boolean): Entries | UnzipProblem {
  // The first entry's flags: its content is encrypted.
  if (((bytes[6] ?? 0) & 1) === 1) return { problem: 'locked' };
  const entries = new Map<string, Uint8Array<ArrayBuffer>>();
  let size = 0;
  let seen = 0;
  const archive = new Unzip((file) => {
    if (++seen > maxEntries) throw new RangeError('too many entries');
    if (!isWanted(file.name)) return;
    const pieces: Uint8Array[] = [];
    file.ondata = (error, piece, isLast) => {
      if (error) throw error;
      size += piece.length;
      if (size > maxUnzipped) throw new RangeError('too large');
      pieces.push(piece);
      if (isLast) entries.set(file.name, joined(pieces));
    };
    file.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += pieceSize) {
      archive.push(bytes.subarray(at, at + pieceSize), at + pieceSize >= bytes.length);
    }
  } catch {
    return { problem: 'broken' };
  }
  return entries.size > 0 ? entries : { problem: 'broken' };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
