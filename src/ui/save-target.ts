import type { AudioSink } from '../speech/espeak/audio-file.ts';

/** What TypeScript's DOM library does not know yet of https://wicg.github.io/file-system-access/. */
interface Picker {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: readonly { accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileSystemFileHandle & { remove?(): Promise<void> }>;
}

type Handle = Awaited<ReturnType<NonNullable<Picker['showSaveFilePicker']>>>;
type Bytes = Uint8Array<ArrayBuffer>;

/** A place for the file: chosen by the listener, or memory to download it from. */
export type SaveTarget = AudioSink & {
  readonly name: string;
  /** The whole file, where it is to be downloaded. */
  readonly blob: Blob | undefined;
};

/**
 * Asks where a file should go, where the browser can write there. To be called inside a tap.
 *
 * @param type MIME
 * @returns undefined where the listener thought better of it
 */
export async function chooseTarget(name: string, type: string): Promise<SaveTarget | undefined> {
  const picker = window as Window & Picker;
  if (!picker.showSaveFilePicker) return new DownloadTarget(name, type);
  const ending = name.slice(name.lastIndexOf('.'));
  try {
    const handle = await picker.showSaveFilePicker({
      suggestedName: name,
      types: [{ accept: { [type]: [ending] } }],
    });
    return await FileTarget.open(handle);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    // Not allowed here: inside a frame, by a policy, or no room for what is written aside.
    return new DownloadTarget(name, type);
  }
}

/** What is written goes aside, and becomes the file on `close`. */
class FileTarget implements SaveTarget {
  readonly name: string;
  readonly blob = undefined;
  readonly #handle: Handle;
  readonly #stream: FileSystemWritableFileStream;
  /** The picker made it, empty. */
  readonly #isNew: boolean;

  private constructor(handle: Handle, stream: FileSystemWritableFileStream, isNew: boolean) {
    this.name = handle.name;
    this.#handle = handle;
    this.#stream = stream;
    this.#isNew = isNew;
  }

  static async open(handle: Handle): Promise<FileTarget> {
    const isNew = (await handle.getFile()).size === 0;
    try {
      return new FileTarget(handle, await handle.createWritable(), isNew);
    } catch (error) {
      if (isNew) await handle.remove?.();
      throw error;
    }
  }

  write(bytes: Bytes): Promise<void> {
    return this.#stream.write(bytes);
  }

  replaceHead(bytes: Bytes): Promise<void> {
    return this.#stream.write({ type: 'write', position: 0, data: bytes });
  }

  close(): Promise<void> {
    return this.#stream.close();
  }

  async abort(): Promise<void> {
    await this.#stream.abort().catch(() => undefined);
    if (this.#isNew) await this.#handle.remove?.();
  }
}

/** Bytes in memory before they are handed to the browser, which may put them on its disk. */
const pieceLength = 4_000_000;

class DownloadTarget implements SaveTarget {
  readonly name: string;
  readonly #type: string;
  #head: Bytes | undefined;
  #blobs: Blob[] = [];
  #pieces: Bytes[] = [];
  #length = 0;
  blob: Blob | undefined;

  constructor(name: string, type: string) {
    this.name = name;
    this.#type = type;
  }

  write(bytes: Bytes): Promise<void> {
    if (!this.#head) this.#head = bytes;
    else this.#pieces.push(bytes);
    this.#length += bytes.length;
    if (this.#length > pieceLength) this.#hand();
    return Promise.resolve();
  }

  replaceHead(bytes: Bytes): Promise<void> {
    this.#head = bytes;
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#hand();
    this.blob = new Blob([this.#head ?? '', ...this.#blobs], { type: this.#type });
    return Promise.resolve();
  }

  abort(): Promise<void> {
    this.#blobs = [];
    this.#pieces = [];
    return Promise.resolve();
  }

  #hand(): void {
    this.#blobs.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#length = 0;
  }
}
