import type { SpeechEngine, SpeechFailure, Voice } from '../speech/engine.ts';
import { defaultVoice } from '../speech/voices.ts';

/** What the listener wishes of a voice. */
export interface VoiceWish {
  /** A voice's id; undefined: the app chooses. */
  readonly voice?: string | undefined;
  /** Ids of system voices that the listener heard speak Albanian. */
  readonly proven: readonly string[];
}

/** Failures after which another voice may do better; the others are the listener's or the system's will. */
const curable: ReadonlySet<SpeechFailure> = new Set([
  'no-voice',
  'not-started',
  'lost',
  'network',
  'broken',
  'no-pack',
]);

/** Which voice speaks: the wished one, else the default one, but none that gave up in this visit. */
export class VoiceChoice {
  private readonly engine: SpeechEngine;
  private readonly failed = new Set<string>();
  private wish: VoiceWish;

  constructor(engine: SpeechEngine, wish: VoiceWish) {
    this.engine = engine;
    this.wish = wish;
  }

  /** A new wish is a new chance for every voice. */
  change(wish: VoiceWish): void {
    this.wish = wish;
    this.failed.clear();
  }

  get voice(): Voice | undefined {
    const { voice: id, proven } = this.wish;
    const usable = this.usable();
    if (id === undefined || this.failed.has(id)) return defaultVoice(usable, proven);
    return (
      usable.find((voice) => voice.id === id) ??
      (id.startsWith('espeak:') ? undefined : unlisted(id)) ??
      defaultVoice(usable, proven)
    );
  }

  /** The voice to go on with after `voice` gave up, from another engine; undefined where there is none. */
  substituteFor(voice: Voice, reason: SpeechFailure): Voice | undefined {
    if (!curable.has(reason)) return undefined;
    this.failed.add(voice.id);
    const others = this.usable().filter(({ engine }) => engine !== voice.engine);
    return defaultVoice(others, this.wish.proven);
  }

  private usable(): readonly Voice[] {
    return this.engine.listed.filter(({ id }) => !this.failed.has(id));
  }
}

/** Platforms list their voices late: until then the wished one is asked for by its id, and the engine waits for it. */
function unlisted(id: string): Voice {
  return { id, name: '', language: 'sq', offline: false, engine: 'system' };
}
