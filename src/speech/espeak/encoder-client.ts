import type { AudioEncoder } from './audio-encoder.ts';
import type { AudioTags } from './audio-tags.ts';
import type { EncoderAnswer, EncoderRequest } from './encoder-protocol.ts';
import type { WorkerLike } from './voice-worker.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The worker that encodes, from the page's side: one request at a time. */
export class EncoderWorker {
  readonly #worker: WorkerLike;
  #pending: { resolve: (answer: EncoderAnswer) => void; reject: (error: Error) => void } | undefined;

  constructor(worker: WorkerLike) {
    this.#worker = worker;
    worker.addEventListener('message', (event) => {
      this.#pending?.resolve((event as MessageEvent<EncoderAnswer>).data);
    });
    worker.addEventListener('error', () => this.#pending?.reject(new Error('the encoder did not start, or broke')));
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
    if (answer.type !== 'samples') throw problemOf(answer);
    return answer.samples;
  }

  async #bytes(request: EncoderRequest): Promise<Bytes> {
    const answer = await this.#ask(request);
    if (answer.type !== 'bytes') throw problemOf(answer);
    return answer.bytes;
  }

  #ask(request: EncoderRequest): Promise<EncoderAnswer> {
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
      this.#worker.postMessage(request);
    });
  }
}

function problemOf(answer: EncoderAnswer): Error {
  return new Error(answer.type === 'broken' ? answer.why : `not what was asked for: ${answer.type}`);
}
