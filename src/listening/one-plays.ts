import type { ListeningSession } from './listening-session.ts';

type Message =
  /** `at`: milliseconds since 1970, when it began. */
  { readonly kind: 'plays'; readonly at: number } | { readonly kind: 'silent' | 'who' | 'stop' };

/** The one channel of all windows. */
export const playingChannel = 'degjo-playing';

/**
 * One window plays at a time: whoever begins last goes on, and the others fall silent and know it.
 *
 * Events: `change` when another window began or fell silent.
 */
export class OnePlays extends EventTarget {
  readonly #channel: BroadcastChannel;
  /** When this window began; undefined while it is silent. */
  #began: number | undefined;
  #isElsewhere = false;

  constructor(session: ListeningSession, channel: BroadcastChannel, now: () => number) {
    super();
    this.#channel = channel;
    session.addEventListener('change', () => {
      if (session.isPlaying === (this.#began !== undefined)) return;
      this.#began = session.isPlaying ? now() : undefined;
      this.#tell(this.#began === undefined ? { kind: 'silent' } : { kind: 'plays', at: this.#began });
      if (this.#began !== undefined) this.#set(false);
    });
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'who' && this.#began !== undefined) this.#tell({ kind: 'plays', at: this.#began });
      if (data.kind === 'stop') session.pause();
      if (data.kind === 'silent') this.#set(false);
      // Both were pressed at once: the later one wins, and the other hears of it too.
      if (data.kind !== 'plays' || data.at < (this.#began ?? 0)) return;
      session.pause();
      this.#set(true);
    });
    this.#tell({ kind: 'who' });
  }

  /** Does another window play? */
  get isElsewhere(): boolean {
    return this.#isElsewhere;
  }

  /** Silences the window that plays. */
  stop(): void {
    this.#tell({ kind: 'stop' });
  }

  #tell(message: Message): void {
    this.#channel.postMessage(message);
  }

  #set(isElsewhere: boolean): void {
    if (isElsewhere === this.#isElsewhere) return;
    this.#isElsewhere = isElsewhere;
    this.dispatchEvent(new CustomEvent('change'));
  }
}
