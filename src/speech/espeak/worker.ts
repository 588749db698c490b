import { makePart } from './part-maker.ts';
import type { MakeRequest, WorkerAnswer, WorkerRequest } from './protocol.ts';
import { Synthesiser, type Clip } from './synthesiser.ts';

declare const self: DedicatedWorkerGlobalScope;

let data: ArrayBuffer | undefined;
let synthesiser: Synthesiser | undefined;
let newest = 0;

self.addEventListener('message', ({ data: request }: MessageEvent<WorkerRequest>) => {
  if (request.type === 'load') void begin(request.data);
  else void make(request);
});

async function begin(packed: ArrayBuffer): Promise<void> {
  data = packed;
  try {
    synthesiser = await Synthesiser.load(packed);
    answer({ type: 'loaded' });
  } catch (error) {
    answer({ type: 'broken', why: String(error) });
  }
}

async function make(request: MakeRequest): Promise<void> {
  newest = request.id;
  const isWanted = () => request.id === newest;
  const part = await makePart(request, { synthesise, breathe, isWanted, now: () => performance.now() });
  if (part) answer(part);
}

async function synthesise(text: string, options: MakeRequest): Promise<Clip | undefined> {
  try {
    return synthesiser?.synthesise(text, options);
  } catch (error) {
    console.warn('the voice broke and is set up again', error);
    if (data) synthesiser = await Synthesiser.load(data);
    return undefined;
  }
}

const { port1, port2 } = new MessageChannel();

/** Not by a timer: browsers make those of a hidden page wait. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

function answer(message: WorkerAnswer): void {
  self.postMessage(message, message.type === 'part' ? [message.wav] : []);
}
