import type { MakeRequest, PartAnswer, WorkerAnswer, WorkerRequest } from './protocol.ts';

/** The worker as it is used: a fake in tests. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** The voice in its worker, loaded. One part is made at a time: asking for another one gives the older up. */
export class VoiceWorker {
  readonly #worker: WorkerLike;
  #waiting: { readonly id: number; readonly resolve: (part: PartAnswer | undefined) => void } | undefined;
  #id = 0;

  private constructor(worker: WorkerLike) {
    this.#worker = worker;
    worker.addEventListener('message', (event) => {
      const answer = (event as MessageEvent<WorkerAnswer>).data;
      if (answer.type === 'part' && answer.id === this.#waiting?.id) this.#answer(answer);
    });
  }

  /** Rejects where the voice cannot be set up. */
  static load(worker: WorkerLike, data: ArrayBuffer): Promise<VoiceWorker> {
    return new Promise((resolve, reject) => {
      const voice = new VoiceWorker(worker);
      worker.addEventListener('message', (event) => {
        const answer = (event as MessageEvent<WorkerAnswer>).data;
        if (answer.type === 'loaded') resolve(voice);
        if (answer.type === 'broken') reject(new Error(answer.why));
      });
      worker.addEventListener('error', () => reject(new Error('the worker of the voice did not start')));
      worker.postMessage({ type: 'load', data } satisfies WorkerRequest);
    });
  }

  /** @returns undefined where another part was asked for meanwhile */
  make(request: Omit<MakeRequest, 'type' | 'id'>): Promise<PartAnswer | undefined> {
    this.#answer(undefined);
    return new Promise((resolve) => {
      this.#waiting = { id: ++this.#id, resolve };
      this.#worker.postMessage({ type: 'make', id: this.#id, ...request } satisfies WorkerRequest);
    });
  }

  #answer(part: PartAnswer | undefined): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(part);
  }
}
