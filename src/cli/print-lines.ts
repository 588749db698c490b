import { once } from 'node:events';

/** In UTF-16 units: lines are written in pieces of about this size. */
const pieceLength = 65_536;

/**
 * Prints lines on standard output, no faster than they are taken. Stops without complaint when the reader has had
 * enough (`| head`).
 */
export async function printLines(lines: Iterable<string>): Promise<void> {
  const { stdout } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < pieceLength) continue;
    if (!stdout.write(piece)) await drained();
    if (!stdout.writable) return;
    piece = '';
  }
  stdout.write(piece);
}

/** A stream whose reader has gone is closed, and never drains. */
async function drained(): Promise<void> {
  const done = new AbortController();
  const { signal } = done;
  await Promise.race([once(process.stdout, 'drain', { signal }), once(process.stdout, 'close', { signal })]).catch(
    () => undefined,
  );
  done.abort();
}
