import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AudioEncoder, AudioFormat } from '../audio-encoder.ts';
import type { AudioTags } from '../audio-tags.ts';
import { Mp3Encoder } from '../mp3-encoder.ts';
import type { RecordedVoice, Studio } from '../recording.ts';
import { loadTempo } from '../tempo.ts';
import { WavEncoder } from '../wav-encoder.ts';
import { loadSynthesiser } from './load-synthesiser.ts';

/** What makes recordings in Node, straight from the packages. */
export const studio: Studio = {
  loadVoice: loadUnbreakableVoice,
  loadTempo: async () => loadTempo(await readFile(new URL('sonic.wasm', addressOf('@echogarden/sonic-wasm')))),
};

/** A voice that broke over a sentence is set up again for the next. */
async function loadUnbreakableVoice(): Promise<RecordedVoice> {
  let synthesiser = await loadSynthesiser();
  return async (text, options) => {
    try {
      return synthesiser.synthesise(text, options)?.samples;
    } catch {
      synthesiser = await loadSynthesiser();
      return undefined;
    }
  };
}

export async function loadEncoder(format: AudioFormat, tags: AudioTags): Promise<AudioEncoder> {
  if (format === 'wav') return new WavEncoder(tags);
  return Mp3Encoder.load(await readFile(fileURLToPath(addressOf('wasm-media-encoders/wasm/mp3'))), tags);
}

function addressOf(module: string): string {
  return import.meta.resolve(module);
}
