import type { AudioEncoder } from './audio-encoders.ts';
import type { AudioTags } from './audio-tags.ts';
import type { EncoderAnswer, EncoderRequest } from './encoder-protocol.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Encoder-worker.ts from the page's side: one request at a time. */
export class EncoderWorker {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Rejects where the worker, or the WebAssembly in it, cannot be had. */
  async mp3(tags: AudioTags): Promise<AudioEncoder> {
    const head = await this.#bytes({ type: 'begin', tags });
    return {
      head: () => head,
      encode: (samples) => this.#bytes({ type: 'encode', samples }),
      finish: () => this.#bytes({ type: 'finish' }),
    };
  }

  /** @see Tempo */
  async hasten(samples: Int16Array, factor: number): Promise<Int16Array> {
    const answer = await this.#ask({ type: 'hasten', samples, factor });
    if (answer.type !== 'samples') throw new Error(`no samples: ${JSON.stringify(answer)}`);
    return answer.samples;
  }

  async #bytes(request: EncoderRequest): Promise<Bytes> {
    const answer = await this.#ask(request);
    if (answer.type !== 'bytes') throw new Error(`no bytes: ${JSON.stringify(answer)}`);
    return answer.bytes;
  }

  #ask(request: EncoderRequest): Promise<EncoderAnswer> {
    return askWorker<EncoderAnswer>(this.#worker, request);
  }
}

/** The next message of a worker, after a request. Rejects where its script cannot be had or throws. */
export function askWorker<Answer>(worker: Worker, request: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message || 'a worker could not be started'));
    worker.postMessage(request);
  });
}
