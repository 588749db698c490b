import { voiceData } from 'virtual:voice-pack';
import { EspeakEngine } from './espeak-engine.ts';
import { VoicePack } from './voice-pack.ts';
import { VoiceWorker } from './voice-worker.ts';
import script from './worker.ts?worker&url';

/** The embedded voice of this page. */
export interface BrowserVoice {
  readonly engine: EspeakEngine;
  readonly pack: VoicePack;
}

/** @param scriptAddress makes an address of ours one that the browser accepts for a script */
export function browserVoice(scriptAddress: (path: string) => string): BrowserVoice {
  const pack = new VoicePack(
    { data: voiceData, script },
    {
      fetch: (input, init) => fetch(input, init),
      // Not there on plain HTTP.
      caches: (globalThis as { caches?: CacheStorage }).caches,
      subtle: (crypto as { subtle?: SubtleCrypto }).subtle,
    },
  );
  const engine = new EspeakEngine({
    audio: new Audio(),
    pack,
    startWorker: (data) => VoiceWorker.load(new Worker(scriptAddress(script), { type: 'module' }), data),
    hasOutput,
    document,
    page: window,
    nextFrame: (run) => void requestAnimationFrame(run),
    after: (ms, run) => void setTimeout(run, ms),
    now: () => performance.now(),
  });
  return { engine, pack };
}

/** Without a sound device Chromium plays on in silence, and only its list of devices tells; the others list none unasked. */
async function hasOutput(): Promise<boolean> {
  if (!('userAgentData' in navigator)) return true;
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  const devices = await mediaDevices?.enumerateDevices().catch(() => undefined);
  return devices === undefined || devices.some(({ kind }) => kind === 'audiooutput');
}
