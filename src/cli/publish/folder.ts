import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputProblem } from '../read-input.ts';

const lock = '.degjo.lock';

/**
 * A folder that others read while we write: each file is written aside and takes its name when it is whole, and one that
 * would not change is left alone. One program at a time.
 */
export class Folder {
  readonly #path: string;
  /** Files written or removed. */
  changes = 0;

  private constructor(path: string) {
    this.#path = path;
  }

  /**
   * @param rooms folders inside it that files may be in
   * @throws InputProblem where it cannot be written, or another program is at it
   */
  static open(path: string, rooms: readonly string[]): Folder {
    try {
      for (const room of ['', ...rooms]) mkdirSync(join(path, room), { recursive: true });
      takeLock(join(path, lock));
    } catch (error) {
      throw toProblem(path, error);
    }
    // Nobody else is here: what was written aside and has no name yet was left by a run that was killed.
    for (const room of ['', ...rooms]) {
      for (const name of readdirSync(join(path, room))) {
        if (/^\..*\.part$/.test(name)) rmSync(join(path, room, name), { force: true });
      }
    }
    return new Folder(path);
  }

  close(): void {
    rmSync(join(this.#path, lock), { force: true });
  }

  pathOf(name: string): string {
    return join(this.#path, name);
  }

  list(room: string): string[] {
    return readdirSync(join(this.#path, room))
      .filter((name) => !name.startsWith('.'))
      .map((name) => `${room}/${name}`);
  }

  async read(name: string): Promise<string | undefined> {
    return readFile(this.pathOf(name), 'utf8').catch(() => undefined);
  }

  /** @throws InputProblem */
  async write(name: string, content: string | Uint8Array): Promise<void> {
    const bytes = Buffer.from(content);
    if (bytes.equals(await readFile(this.pathOf(name)).catch(() => Buffer.of(0xff)))) return;
    const path = this.pathOf(name);
    const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
    try {
      const file = await open(aside, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(aside, path);
    } catch (error) {
      await rm(aside, { force: true });
      throw toProblem(path, error);
    }
    this.changes++;
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
    this.changes++;
  }
}

function takeLock(path: string): void {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    if (isAlive(Number(readFileSync(path, 'utf8')))) {
      throw new InputProblem(
        `${dirname(path)}: një tjetër “degjo publish” po punon këtu. Another “degjo publish” is at work here.`,
      );
    }
    // Its owner was killed.
    writeFileSync(path, String(process.pid));
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function toProblem(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  return isCode(error, 'ENOSPC') || isCode(error, 'EDQUOT')
    ? new InputProblem(`${path}: disku u mbush; ç’ishte botuar mbetet. The disk is full; what was published stays.`)
    : new InputProblem(`${path}: nuk u shkrua dot. Could not be written: ${error.message}.`);
}
