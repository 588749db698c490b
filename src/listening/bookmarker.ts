import type { Bookmark } from '../library/bookmarks.ts';
import type { ListeningSession } from './listening-session.ts';

/** A sentence that began less than this ago was not yet heard: the one before it is meant. Milliseconds. */
const reaction = 1_200;

/** Knows the sentence that somebody means who says „that one“ while listening. */
export class Bookmarker {
  readonly #session: ListeningSession;
  readonly #now: () => number;
  #index = 0;
  #began = 0;

  /** @param now milliseconds */
  constructor(session: ListeningSession, now: () => number) {
    this.#session = session;
    this.#now = now;
    session.addEventListener('change', ({ detail: { index } }) => {
      if (index === this.#index) return;
      // Only a sentence that follows by itself leaves one behind that was just heard.
      this.#began = index === this.#index + 1 && session.snapshot.playback === 'playing' ? now() : -Infinity;
      this.#index = index;
    });
  }

  /** The sentence just heard, with its article; undefined while none is open. */
  justHeard(): Bookmark | undefined {
    const { script, index, article } = this.#session.snapshot;
    if (!script || !article) return undefined;
    const isNew = this.#session.isPlaying && this.#now() - this.#began < reaction;
    const at = isNew && index > 0 ? index - 1 : index;
    const sentence = script.sentences[at];
    if (!sentence) return undefined;
    const locator = script.locatorOf(at);
    const { title, source } = article;
    return {
      id: `${article.id} ${locator.block} ${locator.offset}`,
      locator,
      text: script.sourceOf(sentence),
      title,
      ...(source !== undefined && { source }),
      saved: Date.now(),
    };
  }
}
