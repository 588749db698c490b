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
    hasOutput: outputFinder(),
    document,
    page: window,
    after: (ms, run) => void setTimeout(run, ms),
    now: () => performance.now(),
  });
  return { engine, pack };
}

/**
 * Without a sound device Chromium plays on in silence, and only its list of devices tells; the others list none
 * unasked. Looking wakes the cameras' process too, so what was found is believed until a device comes or goes.
 */
function outputFinder(): () => Promise<boolean> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (!mediaDevices || !('userAgentData' in navigator)) return () => Promise.resolve(true);
  let isFound = false;
  mediaDevices.addEventListener('devicechange', () => (isFound = false));
  return async () => {
    if (isFound) return true;
    const devices = await mediaDevices.enumerateDevices().catch(() => undefined);
    isFound = devices === undefined || devices.some(({ kind }) => kind === 'audiooutput');
    return isFound;
  };
}
