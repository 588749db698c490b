import { voiceData } from 'virtual:voice-pack';
import { EspeakEngine } from './espeak-engine.ts';
import { browserPlatform } from './platform.ts';
import { VoicePack } from './voice-pack.ts';
import workerScript from './worker.ts?worker&url';

/**
 * The embedded voice in a browser. Nothing is fetched before it is asked to speak, or the pack to come.
 *
 * @param scriptAddress makes the address of a script of ours acceptable to the browser (Trusted Types)
 */
export function embeddedVoice(
  window: Window & typeof globalThis,
  scriptAddress: (path: string) => string,
): { readonly engine: EspeakEngine; readonly pack: VoicePack } {
  const files = { data: voiceData, script: workerScript };
  const pack = new VoicePack(files, {
    fetch: (input, init) => window.fetch(input, init),
    caches: 'caches' in window ? window.caches : undefined,
    subtle: 'subtle' in window.crypto ? window.crypto.subtle : undefined,
  });
  const createWorker = () => new window.Worker(scriptAddress(workerScript), { type: 'module' });
  return { engine: new EspeakEngine(browserPlatform(window, pack, createWorker)), pack };
}
