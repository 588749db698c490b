import type { SpeechOptions, Utterance } from '../../../src/speech/engine.ts';
import { embeddedVoice } from '../../../src/speech/espeak/browser.ts';
import { VoiceWorker } from '../../../src/speech/espeak/voice-worker.ts';
import workerScript from '../../../src/speech/espeak/worker.ts?worker&url';
import { scriptAddress } from '../../../src/trusted-types.ts';

/** One report of the engine; `at` is milliseconds since 1970. */
export interface Heard {
  readonly type: string;
  readonly at: number;
  readonly detail: Readonly<Record<string, number | string>> | null;
}

declare global {
  interface Window {
    voice: {
      readonly engine: ReturnType<typeof embeddedVoice>['engine'];
      readonly pack: ReturnType<typeof embeddedVoice>['pack'];
      script: Utterance[];
      from: number;
      options: SpeechOptions;
      /** When the button was last pressed, as in `Heard`. */
      pressed: number;
      heard: Heard[];
      /** The longest task of the page so far, in milliseconds; tasks under 50 do not count. */
      longestTask: number;
      /** The element that everything is heard through. */
      audio: HTMLAudioElement | undefined;
      /** Says texts in a worker of its own. @returns seconds of speech, and what they took */
      readonly synthesise: (texts: readonly string[]) => Promise<{ speech: number; spent: number }>;
    };
  }
}

let audio: HTMLAudioElement | undefined;
window.Audio = new Proxy(Audio, {
  construct: (target, [source]: [string?]) => {
    const made = new target(source);
    audio ??= made;
    return made;
  },
});
const { engine, pack } = embeddedVoice(window, scriptAddress);
const maker = new VoiceWorker(() => new Worker(scriptAddress(workerScript), { type: 'module' }), pack);
const voice: Window['voice'] = {
  engine,
  pack,
  script: [],
  from: 0,
  options: { rate: 1, pitch: 1 },
  pressed: 0,
  heard: [],
  longestTask: 0,
  audio,
  async synthesise(texts) {
    const lines = texts.map((text) => ({ text, pause: 0, closes: false }));
    const part = await maker.make({ lines, lead: 0, seconds: 1e6, variant: 'standard', pitch: 1 });
    return { speech: part?.duration ?? NaN, spent: (part?.spent ?? NaN) / 1000 };
  },
};
window.voice = voice;

for (const type of ['sentence', 'word', 'progress', 'skipped', 'ended', 'failed']) {
  engine.addEventListener(type, (event) => {
    const { detail } = event as CustomEvent<Heard['detail']>;
    voice.heard.push({ type, at: performance.timeOrigin + performance.now(), detail });
  });
}
// A new part is a new source.
audio?.addEventListener('loadstart', () => {
  voice.heard.push({ type: 'part', at: performance.timeOrigin + performance.now(), detail: null });
});
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) voice.longestTask = Math.max(voice.longestTask, duration);
}).observe({ type: 'longtask' });

document.querySelector('#speak')?.addEventListener('click', (event) => {
  voice.pressed = performance.timeOrigin + event.timeStamp;
  engine.speak(voice.script, voice.from, voice.options);
});
