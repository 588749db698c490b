import sonic from '@echogarden/sonic-wasm/sonic.wasm?url';
import lame from 'wasm-media-encoders/wasm/mp3?url';
import { Mp3Encoder } from './mp3-encoder.ts';
import type { EncoderAnswer, EncoderRequest } from './encoder-protocol.ts';
import type { Tempo } from './recording.ts';
import { loadTempo } from './tempo.ts';

// WebAssembly runs here and nowhere else in the app: docs/hosting.md.
declare const self: DedicatedWorkerGlobalScope;

let encoder: Mp3Encoder | undefined;
let tempo: Tempo | undefined;
let last: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<EncoderRequest>) => {
  last = last.then(() => answer(data));
});

async function answer(request: EncoderRequest): Promise<void> {
  try {
    const { message, moved } = await fulfil(request);
    self.postMessage(message, [moved]);
  } catch (error) {
    self.postMessage({ type: 'broken', why: String(error) } satisfies EncoderAnswer);
  }
}

async function fulfil(request: EncoderRequest): Promise<{ message: EncoderAnswer; moved: ArrayBuffer }> {
  if (request.type === 'hasten') {
    tempo ??= await loadTempo(await fetchBytes(sonic));
    const samples = Int16Array.from(await tempo(request.samples, request.factor));
    return { message: { type: 'samples', samples }, moved: samples.buffer };
  }
  const bytes = await encode(request);
  return { message: { type: 'bytes', bytes }, moved: bytes.buffer };
}

async function encode(request: Exclude<EncoderRequest, { type: 'hasten' }>): Promise<Uint8Array<ArrayBuffer>> {
  if (request.type === 'begin') {
    encoder = await Mp3Encoder.load(await fetchBytes(lame), request.tags);
    return encoder.head();
  }
  if (!encoder) throw new Error(`${request.type} before begin`);
  return request.type === 'encode' ? encoder.encode(request.samples) : encoder.finish();
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
