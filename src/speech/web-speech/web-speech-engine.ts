import {
  extraPause,
  type SpeechEngine,
  type SpeechEventMap,
  type SpeechFailure,
  type SpeechOptions,
  type Utterance,
  type Voice,
} from '../engine.ts';
import { isSpeakable, type CutPieces, type Piece } from './pieces.ts';
import type { SpeechPlatform, Synthesis } from './platform.ts';
import { Saying } from './saying.ts';
import { VoiceList } from './voice-list.ts';
import type { SystemVoice } from './voices.ts';
import { WordProof } from './word-proof.ts';

/** Chromium's own limit for voices that are spoken elsewhere; Chrome's fall silent after 14 seconds. */
const longestRemote = 175;
/** A sentence so long is none; utterances of tens of thousands hang later ones. */
const longestLocal = 1_000;

/** Milliseconds before an announcement: no sound of ours goes the way of a system's voice. */
const announcementPause = 800;

/** One call of `speak`. Whatever reports for another than the present one is late and has no say. */
interface Run {
  readonly script: readonly Utterance[];
  readonly options: SpeechOptions;
  index: number;
  saying?: Saying;
  stopPause?: () => void;
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

/** Of pieces said one after the other. */
interface PieceReports {
  /** The first begins. */
  readonly started?: (() => void) | undefined;
  readonly word?: (piece: PieceOfText, charIndex: number) => void;
  /** The last was said. */
  said(): void;
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
  /** Was anything said in this visit? Only the very first time has to reach the platform inside a tap. */
  #hasSpoken = false;
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

  /** An utterance keeps the volume that it was begun with. */
  setVolume(): boolean {
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
    run.stopPause?.();
    if (!run.saying) return;
    run.saying.drop();
    // Only after words of our own: it silences other pages as well.
    this.#platform.synthesis?.cancel();
  }

  #begin(run: Run): boolean {
    const system = this.#voices.find(run.options.voice);
    const { synthesis } = this.#platform;
    if (!system || !synthesis) return false;
    const begun = { run, system, synthesis };
    const { announcement } = run.options;
    if (!announcement) this.#saySentence(begun);
    else if (this.#hasSpoken) run.stopPause = this.#platform.after(announcementPause, () => this.#announce(begun));
    else this.#announce(begun);
    this.#hasSpoken = true;
    return true;
  }

  #announce(begun: Begun, index = 0): void {
    const next = begun.run.options.announcement?.[index];
    if (next) this.#sayText(begun, next.text, { said: () => this.#announce(begun, index + 1) });
    else this.#saySentence(begun);
  }

  async #beginLate(run: Run): Promise<void> {
    await this.#voices.ready;
    if (run === this.#run && !this.#begin(run)) this.#fail(run, 'no-voice');
  }

  /** Says the sentence at the run's index, or the next that has something to say. */
  #saySentence(begun: Begun): void {
    const { run, system } = begun;
    const { script, options } = run;
    const to = options.to ?? script.length;
    while (run.index < to && !isSpeakable(script[run.index]?.text ?? '')) run.index += 1;
    const sentence = run.index < to ? script[run.index] : undefined;
    if (!sentence) return this.#finish(run, 'ended', null);
    let last: { readonly piece: PieceOfText; readonly charIndex: number } | undefined;
    this.#sayText(begun, sentence.text, {
      started: () => this.#report('sentence', { index: run.index }),
      word: (piece, charIndex) => {
        const before = last?.piece === piece ? last.charIndex : 0;
        const word = this.#words.wordAt(system.voice.id, piece.text, charIndex, before);
        if (!word) return;
        last = { piece, charIndex };
        this.#report('word', { index: run.index, at: piece.at + word.at, length: word.length });
      },
      said: () => {
        run.index += 1;
        const silence = extraPause(sentence.closes, options.pause) / options.rate;
        const goOn = (): void => this.#saySentence(begun);
        if (silence === 0 || run.index >= to) goOn();
        else run.stopPause = this.#platform.after(silence * 1000, goOn);
      },
    });
  }

  #sayText(begun: Begun, text: string, reports: PieceReports): void {
    const { run, system } = begun;
    // Slow speech lasts longer, and the silent stop goes by the clock.
    const longest = system.voice.offline ? longestLocal : Math.floor(longestRemote * Math.min(run.options.rate, 1));
    const say = (pieces: readonly Piece[]): void => {
      const texts = pieces.map(({ start, end }) => ({ text: text.slice(start, end), at: start }));
      const speakable = texts.filter((piece) => isSpeakable(piece.text));
      this.#sayPieces(begun, speakable, reports);
    };
    const pieces = this.#cut(text, longest);
    if (!(pieces instanceof Promise)) say(pieces);
    else void pieces.then((late) => run === this.#run && say(late));
  }

  #sayPieces(begun: Begun, pieces: readonly PieceOfText[], reports: PieceReports): void {
    const { run, system, synthesis } = begun;
    const { rate, pitch } = run.options;
    const [piece, ...rest] = pieces;
    if (!piece) return reports.said();
    const line = { text: piece.text, voice: system.native, rate, pitch };
    run.saying = new Saying(this.#platform, synthesis, line, {
      started: () => reports.started?.(),
      word: (charIndex) => reports.word?.(piece, charIndex),
      said: () => this.#sayPieces(begun, rest, { ...reports, started: undefined }),
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
