import loadSonic from '@echogarden/sonic-wasm';
import type { Tempo } from './recording.ts';
import { sampleRate } from './wav.ts';

/**
 * Sonic, which eSpeak NG itself uses above its highest speed where it is built with it.
 *
 * @param wasm the file `sonic.wasm` of the package
 */
export async function loadTempo(wasm: Uint8Array): Promise<Tempo> {
  const sonic = await loadSonic({ wasmBinary: wasm });
  // Asynchronous, for it may be done elsewhere.
  // eslint-disable-next-line @typescript-eslint/require-await
  return async (samples, factor) => {
    const address = sonic._malloc(samples.byteLength);
    if (address === 0) throw new RangeError(`no memory for ${samples.length} samples`);
    try {
      sonic.HEAP16.set(samples, address / 2);
      const left = sonic._sonicChangeShortSpeed(address, samples.length, factor, 1, 1, 1, 0, sampleRate, 1);
      return sonic.HEAP16.slice(address / 2, address / 2 + left);
    } finally {
      sonic._free(address);
    }
  };
}
