import type { SpeechEngine, SpeechFailure, Voice } from '../speech/engine.ts';
import { chosenVoice, defaultVoice, type VoiceWish } from '../speech/voices.ts';

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
    this.forgive();
  }

  /** After all gave up, the next press tries anew. */
  forgive(): void {
    this.failed.clear();
  }

  get voice(): Voice | undefined {
    const { voice: id } = this.wish;
    const isListed = this.engine.listed.some((voice) => voice.id === id);
    if (id !== undefined && !isListed && !id.startsWith('espeak:') && !this.failed.has(id)) return unlisted(id);
    return chosenVoice(this.usable(), this.wish);
  }

  /** The voice to go on with after `voice` gave up, from another engine; undefined where there is none. */
  substituteFor(voice: Voice, reason: SpeechFailure): Voice | undefined {
    if (!curable.has(reason)) return undefined;
    // What was only not fetched may come with the next press.
    if (reason !== 'no-pack') this.failed.add(voice.id);
    const { refused } = this.wish;
    const others = this.usable().filter(({ id, engine }) => engine !== voice.engine && !refused.includes(id));
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
