import type { SpeechFailure } from '../engine.ts';
import type { MakeRequest, PartAnswer, WorkerAnswer, WorkerRequest } from './protocol.ts';
import type { VoicePack } from './voice-pack.ts';

export type WorkerPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** Why the voice cannot speak. */
export class VoiceError extends Error {
  readonly reason: SpeechFailure;

  constructor(reason: SpeechFailure, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

interface Pending {
  readonly id: number;
  readonly resolve: (part: PartAnswer | undefined) => void;
  readonly reject: (error: VoiceError) => void;
}

/** The worker that holds the voice, begun when first wanted, and again after it broke. */
export class VoiceWorker {
  readonly #create: () => WorkerPort;
  readonly #pack: VoicePack;
  #loaded: Promise<WorkerPort> | undefined;
  #pending: Pending | undefined;
  #made = 0;

  constructor(create: () => WorkerPort, pack: VoicePack) {
    this.#create = create;
    this.#pack = pack;
  }

  /** Gets the voice ready without the network. @returns is it ready? */
  async loadKept(): Promise<boolean> {
    if (!this.#loaded) {
      const data = await this.#pack.kept();
      if (!data) return false;
      this.#loaded ??= this.#begin(Promise.resolve(data));
    }
    return this.#loaded.then(
      () => true,
      () => false,
    );
  }

  /**
   * Makes a part; a newer call ends an older one.
   *
   * @returns undefined for one that was ended so. Rejects with a `VoiceError` where the voice is not to be had.
   */
  async make(request: Omit<MakeRequest, 'type' | 'id'>): Promise<PartAnswer | undefined> {
    const id = ++this.#made;
    this.#pending?.resolve(undefined);
    this.#pending = undefined;
    // The worker begins while its data comes.
    const worker = await (this.#loaded ??= this.#begin(this.#pack.fetch()));
    if (id !== this.#made) return undefined;
    return new Promise((resolve, reject) => {
      this.#pending = { id, resolve, reject };
      this.#post(worker, { ...request, type: 'make', id });
    });
  }

  #begin(coming: Promise<ArrayBuffer>): Promise<WorkerPort> {
    const worker = this.#create();
    const loaded = new Promise<WorkerPort>((resolve, reject) => {
      const fail = (reason: SpeechFailure, cause?: unknown) => {
        const error = new VoiceError(reason, cause);
        worker.terminate();
        this.#loaded = undefined;
        reject(error);
        this.#pending?.reject(error);
        this.#pending = undefined;
      };
      let isLoaded = false;
      worker.addEventListener('message', ({ data: answer }: MessageEvent<WorkerAnswer>) => {
        if (answer.type === 'part') this.#take(answer);
        else if (answer.type === 'broken') fail('broken', answer.why);
        else {
          isLoaded = true;
          resolve(worker);
        }
      });
      // Before it is loaded, its script did not come.
      worker.addEventListener('error', (event) => fail(isLoaded ? 'broken' : 'no-pack', event));
      coming.then(
        (data) => this.#post(worker, { type: 'load', data }, [data]),
        (error: unknown) => fail('no-pack', error),
      );
    });
    return loaded;
  }

  #take(part: PartAnswer): void {
    if (this.#pending?.id !== part.id) return;
    this.#pending.resolve(part);
    this.#pending = undefined;
  }

  #post(worker: WorkerPort, request: WorkerRequest, transfer: Transferable[] = []): void {
    worker.postMessage(request, transfer);
  }
}
