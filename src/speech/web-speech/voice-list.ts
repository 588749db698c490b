import type { Voice } from '../engine.ts';
import type { SpeechPlatform } from './platform.ts';
import { albanianVoices, type SystemVoice } from './voices.ts';

const pollEvery = 250;
const longestWait = 5_000;
/** A list with other voices that has stayed the same for so long will not bring an Albanian one. */
const quietTime = 1_000;

/** The platform's Albanian voices, found now, by its event, or by asking again for a while, and kept up to date. */
export class VoiceList {
  /** Settles once there is an Albanian voice, or none is to be expected. */
  readonly ready: Promise<void>;
  #voices: readonly SystemVoice[] = [];
  #settled = false;
  #settle: () => void = () => {};
  readonly #platform: SpeechPlatform;
  readonly #changed: () => void;

  /** @param changed called whenever other voices are there than before */
  constructor(platform: SpeechPlatform, changed: () => void) {
    this.#platform = platform;
    this.#changed = changed;
    this.ready = new Promise((resolve) => {
      this.#settle = () => {
        this.#settled = true;
        resolve();
      };
    });
    const { synthesis } = platform;
    if (!synthesis) {
      this.#settle();
      return;
    }
    // Not addEventListener: older Safari's speechSynthesis is no EventTarget.
    synthesis.onvoiceschanged = () => this.read();
    this.read();
    this.#poll(0, 0, 0);
  }

  get voices(): readonly Voice[] {
    return this.#voices.map(({ voice }) => voice);
  }

  /** The wished voice, else one of the same name (systems rename their voices in updates), else the best. */
  find(wished: Voice | undefined): SystemVoice | undefined {
    // Some platforms fill their list without a word.
    if (this.#voices.length === 0) this.read();
    return (
      this.#voices.find(({ voice }) => voice.id === wished?.id) ??
      this.#voices.find(({ voice }) => voice.name === wished?.name) ??
      this.#voices[0]
    );
  }

  /** Asks the platform what there is now. */
  read(): void {
    const before = this.#voices;
    this.#voices = albanianVoices(this.#platform.synthesis?.getVoices() ?? []);
    if (this.#voices.length > 0) this.#settle();
    if (!sameVoices(before, this.#voices)) this.#changed();
  }

  #poll(waited: number, listed: number, quiet: number): void {
    if (this.#settled) return;
    if (waited >= longestWait || quiet >= quietTime) return this.#settle();
    this.#platform.after(pollEvery, () => {
      this.read();
      const now = this.#platform.synthesis?.getVoices().length ?? 0;
      this.#poll(waited + pollEvery, now, now > 0 && now === listed ? quiet + pollEvery : 0);
    });
  }
}

function sameVoices(some: readonly SystemVoice[], others: readonly SystemVoice[]): boolean {
  return some.length === others.length && some.every(({ voice }, at) => voice.id === others[at]?.voice.id);
}
