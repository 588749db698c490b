import type { Voice } from './engine.ts';

/** What somebody needs to know of a voice to choose it. The words for it are the interface's. */
export interface ListedVoice {
  readonly voice: Voice;
  /** Does it speak without a network? A hint only: some platforms say it wrong. */
  readonly offline: boolean;
  /** Does it go on when the screen is locked? Only the embedded voice can promise it. */
  readonly screenOff: boolean;
  /** Does it light words, or only sentences? */
  readonly words: boolean;
}

/** What the listener wishes and knows of voices; ids. */
export interface VoiceWish {
  /** Undefined: the app chooses. */
  readonly voice?: string | undefined;
  /** Heard by the listener, in Albanian. */
  readonly proven: readonly string[];
  /** Heard by the listener, and not in Albanian. */
  readonly refused: readonly string[];
}

/**
 * The voices to choose from, best first: those of the system as their engine ranks them (natural voices, others,
 * eSpeak), then those that the app carries.
 *
 * @param words did the reports of this voice of the system prove right?
 */
export function listVoices(
  system: readonly Voice[],
  embedded: readonly Voice[],
  words: (voice: Voice) => boolean,
): readonly ListedVoice[] {
  return [
    ...system.map((voice) => ({ voice, offline: voice.offline, screenOff: false, words: words(voice) })),
    ...embedded.map((voice) => ({ voice, offline: true, screenOff: true, words: true })),
  ];
}

/**
 * The voice for somebody who chose none: the best of the system that needs no network and that they heard speak
 * Albanian, else the embedded one, else the best of the system.
 *
 * @param voices best first
 * @param proven ids
 */
export function defaultVoice(voices: readonly Voice[], proven: readonly string[]): Voice | undefined {
  return (
    voices.find(({ id, engine, offline }) => engine === 'system' && offline && proven.includes(id)) ??
    voices.find(({ id }) => id.startsWith('espeak:')) ??
    voices[0]
  );
}

/** The voice that speaks: the wished one, while the device has it, else the default one. */
export function chosenVoice(voices: readonly Voice[], { voice, proven, refused }: VoiceWish): Voice | undefined {
  const accepted = voices.filter(({ id }) => !refused.includes(id));
  return accepted.find(({ id }) => id === voice) ?? defaultVoice(accepted, proven);
}
