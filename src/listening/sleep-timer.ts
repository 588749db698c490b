import type { ListeningSession } from './listening-session.ts';

/** When it is to fall silent. One article: at the end of the present one. */
export type SleepWish =
  { readonly kind: 'minutes'; readonly minutes: number } | { readonly kind: 'articles'; readonly articles: number };

/** What is left: milliseconds, or articles with the present one. */
export interface SleepSnapshot {
  readonly kind: SleepWish['kind'];
  readonly left: number;
}

export interface SleepClock {
  /** Milliseconds that never go back. */
  now(): number;
  /** Runs something every `ms` milliseconds; the function it returns calls it off. */
  every(ms: number, run: () => void): () => void;
}

/** What one tap adds. */
export const extension = { minutes: 10, articles: 1 } as const;

const minute = 60_000;
/** How long the voice takes to fade; milliseconds. */
const fade = 12_000;
/** Often enough that nobody hears the steps; browsers slow it down to a second in a hidden page. */
const beat = 250;

/**
 * Falls silent for somebody who falls asleep. By the clock it fades out, and the place goes back to the sentence where
 * that began; a voice that cannot fade is let say its sentence to the end.
 *
 * Events: `change`; `over` when it made it silent.
 */
export class SleepTimer extends EventTarget {
  readonly #session: ListeningSession;
  readonly #clock: SleepClock;
  #wish: { readonly kind: 'minutes'; ends: number } | { readonly kind: 'articles'; left: number } | undefined;
  /** Where it began to fade. */
  #fadedFrom: { readonly article: string | undefined; readonly index: number } | undefined;
  /** The sentence that is let say to its end. */
  #last: number | undefined;
  /** Whole minutes that were left when somebody was told last. */
  #told = 0;
  #stopClock: () => void = () => {};

  constructor(session: ListeningSession, clock: SleepClock) {
    super();
    this.#session = session;
    this.#clock = clock;
    session.addEventListener('change', ({ detail: { index } }) => {
      if (this.#last !== undefined && (index !== this.#last || !session.isPlaying)) this.#silence();
    });
  }

  /** Undefined where it is not set. */
  get snapshot(): SleepSnapshot | undefined {
    const wish = this.#wish;
    if (!wish) return undefined;
    const left = wish.kind === 'minutes' ? Math.max(0, wish.ends - this.#clock.now()) : wish.left;
    return { kind: wish.kind, left };
  }

  /** @param wish undefined: read on */
  set(wish: SleepWish | undefined): void {
    this.#clear();
    if (wish?.kind === 'articles') this.#wish = { kind: 'articles', left: wish.articles };
    if (wish?.kind === 'minutes') {
      this.#wish = { kind: 'minutes', ends: this.#clock.now() + wish.minutes * minute };
      this.#stopClock = this.#clock.every(beat, () => this.#look());
    }
    this.#changed();
  }

  /** Ten minutes more, or one article; a voice that was fading is back at once. */
  extend(): void {
    const before = this.snapshot;
    if (before?.kind === 'articles') this.set({ kind: 'articles', articles: before.left + extension.articles });
    if (before?.kind === 'minutes') this.set({ kind: 'minutes', minutes: before.left / minute + extension.minutes });
  }

  /** To be asked when an article is over: is it to be silent now? */
  articleEnded(): boolean {
    const wish = this.#wish;
    if (this.#last !== undefined) return this.#over();
    if (wish?.kind !== 'articles') return false;
    wish.left -= 1;
    if (wish.left <= 0) return this.#over();
    this.#changed();
    return false;
  }

  #look(): void {
    const { snapshot } = this;
    if (snapshot?.kind !== 'minutes' || this.#last !== undefined) return;
    if (Math.ceil(snapshot.left / minute) !== this.#told) this.#changed();
    if (snapshot.left > fade) return;
    const { article, index } = this.#session.snapshot;
    if (!this.#session.isPlaying) {
      if (snapshot.left === 0) this.set(undefined);
      return;
    }
    this.#fadedFrom ??= { article: article?.id, index };
    const fades = this.#session.setVolume(snapshot.left / fade);
    if (snapshot.left > 0) return;
    if (fades) this.#silence();
    else this.#last = index;
  }

  #silence(): void {
    const { article, index } = this.#fadedFrom ?? {};
    const isDeaf = this.#last === undefined;
    this.#last = undefined;
    this.#session.pause();
    // What was said so softly was not heard.
    if (isDeaf && index !== undefined && article === this.#session.snapshot.article?.id) this.#session.move(index);
    this.#over();
  }

  #over(): true {
    this.set(undefined);
    this.dispatchEvent(new CustomEvent('over'));
    return true;
  }

  #clear(): void {
    this.#stopClock();
    this.#stopClock = () => {};
    if (this.#fadedFrom) this.#session.setVolume(1);
    this.#wish = undefined;
    this.#fadedFrom = undefined;
    this.#last = undefined;
  }

  #changed(): void {
    this.#told = Math.ceil((this.snapshot?.left ?? 0) / minute);
    this.dispatchEvent(new CustomEvent('change'));
  }
}
