import { AudioSaver } from './audio-saver.ts';
import encoderScript from './encoder-worker.ts?worker&url';
import type { VoicePack } from './voice-pack.ts';
import voiceScript from './worker.ts?worker&url';

/**
 * Saves articles as audio files in a browser. Nothing is fetched before the first is saved.
 *
 * @param pack that of `browserVoice`
 * @param scriptAddress makes the address of a script of ours acceptable to the browser (Trusted Types)
 */
export function browserSaver(pack: VoicePack, scriptAddress: (path: string) => string): AudioSaver {
  const create = (script: string) => () => new Worker(scriptAddress(script), { type: 'module' });
  return new AudioSaver({ pack, createVoice: create(voiceScript), createEncoder: create(encoderScript) });
}
