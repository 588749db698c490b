import type { SpeechEngine, SpeechEventMap, SpeechFailure, SpeechOptions, Utterance, Voice } from '../engine.ts';
import { isSpeakable, type CutPieces } from './pieces.ts';
import type { SpeechPlatform, Synthesis } from './platform.ts';
import { Saying } from './saying.ts';
import { VoiceList } from './voice-list.ts';
import type { SystemVoice } from './voices.ts';
import { WordProof } from './word-proof.ts';

/** Chromium's own limit for voices that are spoken elsewhere; Chrome's fall silent after 14 seconds. */
const longestRemote = 175;
/** A sentence so long is none; utterances of tens of thousands hang later ones. */
const longestLocal = 1_000;

/** One call of `speak`. Whatever reports for another than the present one is late and has no say. */
interface Run {
  readonly script: readonly Utterance[];
  readonly options: SpeechOptions;
  index: number;
  saying?: Saying;
}

/** A run that has found its voice. */
interface Begun {
  readonly run: Run;
  readonly system: SystemVoice;
  readonly synthesis: Synthesis;
}

interface PieceOfText {
  readonly text: string;
  readonly at: number;
}

/**
 * The system's own Albanian voices, through the Web Speech API, sentence by sentence.
 *
 * - No pause: the caller stops and speaks the sentence again, which works on every platform; `pause()` does not.
 * - One utterance at a time. The next is spoken inside the `end` event of the one before: browsers keep their queue in
 *   the page and start its next utterance right after that same event, so queueing ahead would gain nothing (measured
 *   in Chromium: 37 ms either way) and leave something to go wrong behind a failed sentence.
 * - An utterance is spoken in an Albanian voice or not at all, and in the language of that voice.
 * - Utterances with nothing to say (blank, only signs) are passed over without a report.
 */
export class WebSpeechEngine extends EventTarget implements SpeechEngine {
  readonly #platform: SpeechPlatform;
  readonly #cut: CutPieces;
  readonly #voices: VoiceList;
  readonly #words = new WordProof();
  #run: Run | undefined;
  /** The platform does not tell how long anything will take. */
  readonly timeline = undefined;

  /** @param cut how a sentence that is too long for its voice goes out in pieces */
  constructor(platform: SpeechPlatform, cut: CutPieces) {
    super();
    this.#platform = platform;
    this.#cut = cut;
    this.#voices = new VoiceList(platform, () => this.#report('voiceschanged', null));
    // Speech outlives a reload, so it is silenced on both sides of one.
    platform.synthesis?.cancel();
    platform.page.addEventListener('pagehide', () => this.#leave());
  }

  get listed(): readonly Voice[] {
    return this.#voices.voices;
  }

  async voices(): Promise<readonly Voice[]> {
    await this.#voices.ready;
    // Asked each time: a voice may have been installed since, and not every platform says so.
    this.#voices.read();
    return this.#voices.voices;
  }

  /** Did this voice report words, and right ones, on this visit? */
  lightsWords({ id }: Voice): boolean {
    return this.#words.isProven(id);
  }

  /** The platform makes nothing ahead. */
  prepare(): void {}

  /** An utterance keeps the rate that it was begun with. */
  setRate(): boolean {
    return false;
  }

  speak(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    this.stop();
    const run: Run = { script, options, index: from };
    this.#run = run;
    // No await before this: iOS wants the first speak inside the tap.
    if (!this.#begin(run)) void this.#beginLate(run);
  }

  stop(): void {
    const run = this.#run;
    if (!run) return;
    this.#run = undefined;
    if (!run.saying) return;
    run.saying.drop();
    // Only after words of our own: it silences other pages as well.
    this.#platform.synthesis?.cancel();
  }

  #begin(run: Run): boolean {
    const system = this.#voices.find(run.options.voice);
    const { synthesis } = this.#platform;
    if (!system || !synthesis) return false;
    this.#saySentence({ run, system, synthesis });
    return true;
  }

  async #beginLate(run: Run): Promise<void> {
    await this.#voices.ready;
    if (run === this.#run && !this.#begin(run)) this.#fail(run, 'no-voice');
  }

  /** Says the sentence at the run's index, or the next that has something to say. */
  #saySentence(begun: Begun): void {
    const { run, system } = begun;
    const { script, options } = run;
    while (run.index < script.length && !isSpeakable(script[run.index]?.text ?? '')) run.index += 1;
    const sentence = script[run.index];
    if (!sentence) return this.#finish(run, 'ended', null);
    // Slow speech lasts longer, and the silent stop goes by the clock.
    const longest = system.voice.offline ? longestLocal : Math.floor(longestRemote * Math.min(options.rate, 1));
    const pieces = this.#cut(sentence.text, longest)
      .map(({ start, end }) => ({ text: sentence.text.slice(start, end), at: start }))
      .filter(({ text }) => isSpeakable(text));
    this.#sayPiece(begun, pieces, 0);
  }

  #sayPiece(begun: Begun, pieces: readonly PieceOfText[], which: number): void {
    const { run, system, synthesis } = begun;
    const { rate, pitch } = run.options;
    const piece = pieces[which];
    if (!piece) {
      run.index += 1;
      return this.#saySentence(begun);
    }
    let last = 0;
    const line = { text: piece.text, voice: system.native, rate, pitch };
    run.saying = new Saying(this.#platform, synthesis, line, {
      started: () => {
        if (which === 0) this.#report('sentence', { index: run.index });
      },
      word: (charIndex) => {
        const word = this.#words.wordAt(system.voice.id, piece.text, charIndex, last);
        if (!word) return;
        last = charIndex;
        this.#report('word', { index: run.index, at: piece.at + word.at, length: word.length });
      },
      said: () => this.#sayPiece(begun, pieces, which + 1),
      failed: (reason) => this.#fail(run, reason),
    });
    run.saying.begin();
  }

  #fail(run: Run, reason: SpeechFailure): void {
    this.#finish(run, 'failed', { index: run.index, reason });
  }

  /** Not at once: nothing is reported inside the call of `speak`, although Chromium may refuse inside it. */
  #finish<K extends 'ended' | 'failed'>(run: Run, type: K, detail: SpeechEventMap[K]['detail']): void {
    queueMicrotask(() => {
      if (run !== this.#run) return;
      this.#run = undefined;
      this.#report(type, detail);
    });
  }

  /** The page may come back from the browser's cache, so its listeners are told. */
  #leave(): void {
    const run = this.#run;
    this.stop();
    if (run) this.#report('failed', { index: run.index, reason: 'interrupted' });
  }

  #report<K extends keyof SpeechEventMap>(type: K, detail: SpeechEventMap[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
