import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { AudioSink } from '../speech/espeak/audio-file.ts';

/** A file that is written aside and takes its name when it is whole. */
export class FileSink implements AudioSink {
  readonly #path: string;
  readonly #aside: string;
  readonly #file: FileHandle;

  private constructor(path: string, aside: string, file: FileHandle) {
    this.#path = path;
    this.#aside = aside;
    this.#file = file;
  }

  static async create(path: string): Promise<FileSink> {
    const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
    return new FileSink(path, aside, await open(aside, 'w'));
  }

  async write(bytes: Uint8Array): Promise<void> {
    // From where the last one ended, and all of it, unlike `write`.
    await this.#file.writeFile(bytes);
  }

  async replaceHead(bytes: Uint8Array): Promise<void> {
    await this.#file.write(bytes, 0, bytes.length, 0);
  }

  async close(): Promise<void> {
    // A disk may find out only now that it is full.
    await this.#file.sync();
    await this.#file.close();
    await rename(this.#aside, this.#path);
  }

  async abort(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.#aside, { force: true });
  }
}
