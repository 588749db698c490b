import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

/** What is wrong with what the user gave; its message is one line for standard error. */
export class InputProblem extends Error {
  constructor(message: string) {
    super(message.replace(/\s+/g, ' '));
  }
}

/**
 * The text of a UTF-8 file, a byte order mark included: offsets are those of the input as it is.
 * @param file its path; `-` for standard input
 */
export async function readInput(file: string): Promise<string> {
  const bytes = await readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputProblem(`${name(file)}: teksti nuk është UTF-8. The text is not UTF-8.`);
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputProblem(`${name(file)}: nuk u lexua dot. Could not be read: ${reason}.`);
  }
}

function name(file: string): string {
  return file === '-' ? '(stdin)' : file;
}
