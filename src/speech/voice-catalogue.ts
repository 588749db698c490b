import type { Voice } from './engine.ts';
import { chosenVoice, listVoices, type ListedVoice, type VoiceWish } from './voices.ts';

/** What the catalogue asks of an engine. Fires `voiceschanged`. */
export interface VoiceSource extends EventTarget {
  voices(): Promise<readonly Voice[]>;
}

/** The system's engine also knows whose words can be lit. */
export interface SystemVoiceSource extends VoiceSource {
  lightsWords(voice: Voice): boolean;
}

/** All the Albanian voices that this device and this app have. Events: `change`. */
export class VoiceCatalogue extends EventTarget {
  readonly #system: SystemVoiceSource;
  readonly #embedded: VoiceSource | undefined;
  #listed: readonly ListedVoice[] | undefined;
  /** Counts the questions, so that a late answer never replaces a newer one. */
  #generation = 0;

  constructor(system: SystemVoiceSource, embedded?: VoiceSource) {
    super();
    this.#system = system;
    this.#embedded = embedded;
    for (const source of [system, embedded]) source?.addEventListener('voiceschanged', () => void this.refresh());
  }

  /** Best first; undefined until the engines have answered once. */
  get snapshot(): readonly ListedVoice[] | undefined {
    return this.#listed;
  }

  /** Asks every engine again. */
  async refresh(): Promise<void> {
    const generation = ++this.#generation;
    const [system, embedded] = await Promise.all([this.#system.voices(), this.#embedded?.voices() ?? []]);
    if (generation !== this.#generation) return;
    this.#listed = listVoices(system, embedded, (voice) => this.#system.lightsWords(voice));
    this.dispatchEvent(new Event('change'));
  }

  /** The voice that speaks for somebody with these wishes, by what is known now. */
  chosen(wish: VoiceWish): Voice | undefined {
    const voices = this.#listed?.map(({ voice }) => voice) ?? [];
    return chosenVoice(voices, wish);
  }
}
