import { vi } from 'vitest';
import type { SpeechEngine, SpeechEventMap, Timeline, Voice } from './engine.ts';

/** An engine whose reports are the test's. */
export class FakeEngine extends EventTarget implements SpeechEngine {
  list: readonly Voice[] = [];
  timeline: Timeline | undefined;
  readonly speak = vi.fn<SpeechEngine['speak']>();
  readonly prepare = vi.fn<SpeechEngine['prepare']>();
  readonly stop = vi.fn<SpeechEngine['stop']>();
  readonly setRate = vi.fn<SpeechEngine['setRate']>(() => true);
  readonly setVolume = vi.fn<SpeechEngine['setVolume']>(() => true);

  get listed(): readonly Voice[] {
    return this.list;
  }

  voices(): Promise<readonly Voice[]> {
    return Promise.resolve(this.list);
  }

  tell<K extends keyof SpeechEventMap>(type: K, detail: SpeechEventMap[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
