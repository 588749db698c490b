import type { SpeechFailure } from '../engine.ts';
import { failureOf } from './failures.ts';
import type { SpeechPlatform, Synthesis } from './platform.ts';

export interface Line {
  readonly text: string;
  readonly voice: SpeechSynthesisVoice;
  readonly rate: number;
  readonly pitch: number;
}

/** Exactly one of `said` and `failed` comes, unless the saying is dropped; nothing comes after it. */
export interface SayingReports {
  started(): void;
  /** The voice says that a word begins here; not proved. */
  word(charIndex: number): void;
  said(): void;
  failed(reason: SpeechFailure): void;
}

/** How long a voice may take to start, first and second time; milliseconds. A cheap phone's engine wakes slowly. */
const startPatience = [3_000, 6_000] as const;
/** Between a cancel and the second try: older Chromium swallows what is spoken right after a cancel. */
const breath = 50;
const pulse = 1_000;

/**
 * How long a voice may take from `start` to `end` in milliseconds: two to three times what a slow one needs. Signs,
 * digits and capitals may be spelled out. Not less for a fast rate, since some voices cap it.
 */
function endPatience(text: string, rate: number): number {
  const spelled = text.match(/[^\p{Ll}\s]/gu)?.length ?? 0;
  return 4_000 + (150 * text.length + 450 * spelled) / Math.min(rate, 1);
}

/** One text, said once, by a platform that may do anything: lose its events, send them late, never start. */
export class Saying {
  readonly #platform: SpeechPlatform;
  readonly #synthesis: Synthesis;
  readonly #line: Line;
  readonly #reports: SayingReports;
  /** Whose events count. Also keeps it from being collected, with which Safari would lose its `end`. */
  #utterance: SpeechSynthesisUtterance | undefined;
  #retried = false;
  #started = false;
  #heardWords = false;
  #stopWait: () => void = () => {};
  #stopPulse: () => void = () => {};

  constructor(platform: SpeechPlatform, synthesis: Synthesis, line: Line, reports: SayingReports) {
    this.#platform = platform;
    this.#synthesis = synthesis;
    this.#line = line;
    this.#reports = reports;
  }

  /** Reaches the platform before it returns. */
  begin(): void {
    const { text, voice, rate, pitch } = this.#line;
    const utterance = new this.#platform.Utterance(text);
    utterance.voice = voice;
    // Android ignores the voice unless the language is written exactly as the voice writes it.
    utterance.lang = voice.lang;
    utterance.rate = rate;
    utterance.pitch = pitch;
    this.#listenTo(utterance);
    this.#wait(startPatience[this.#retried ? 1 : 0], () => this.#notStarted());
    this.#synthesis.speak(utterance);
  }

  /** No report from now on. The platform still has to be silenced. */
  drop(): void {
    this.#utterance = undefined;
    this.#stopWait();
    this.#stopPulse();
  }

  #listenTo(utterance: SpeechSynthesisUtterance): void {
    this.#utterance = utterance;
    const on = <K extends keyof SpeechSynthesisUtteranceEventMap>(
      type: K,
      handle: (event: SpeechSynthesisUtteranceEventMap[K]) => void,
    ): void =>
      utterance.addEventListener(type, (event) => {
        if (utterance === this.#utterance) handle(event);
      });
    on('start', () => this.#onStart());
    on('boundary', ({ name, charIndex }) => this.#onBoundary(name, charIndex));
    on('end', () => this.#onEnd());
    on('error', ({ error }) => this.#fail(failureOf(error)));
  }

  #onStart(): void {
    if (this.#started) return;
    this.#started = true;
    this.#awaitEnd();
    this.#feelPulse(false);
    this.#reports.started();
  }

  #onBoundary(name: string, charIndex: number): void {
    if (!this.#started) return;
    this.#heardWords = true;
    if (name === 'word') this.#reports.word(charIndex);
  }

  #onEnd(): void {
    // An end without a start said nothing.
    if (!this.#started) return this.#notStarted();
    this.drop();
    this.#reports.said();
  }

  #notStarted(): void {
    this.#utterance = undefined;
    this.#synthesis.cancel();
    if (this.#retried || this.#isCutOff()) return this.#fail('not-started');
    this.#retried = true;
    this.#wait(breath, () => this.begin());
  }

  #awaitEnd(): void {
    this.#wait(endPatience(this.#line.text, this.#line.rate), () => {
      if (!this.#heardWords) return this.#lose();
      this.#heardWords = false;
      this.#awaitEnd();
    });
  }

  /** A platform that says itself that it speaks no more has lost the `end`: no need to wait for the longest time. */
  #feelPulse(wasSilent: boolean): void {
    this.#stopPulse = this.#platform.after(pulse, () => {
      const isSilent = !this.#synthesis.speaking;
      if (wasSilent && isSilent) this.#lose();
      else this.#feelPulse(isSilent);
    });
  }

  #lose(): void {
    this.#utterance = undefined;
    // A voice that hangs would hold back whatever is spoken next.
    this.#synthesis.cancel();
    this.#fail('lost');
  }

  #fail(reason: SpeechFailure): void {
    this.drop();
    const isUnexplained = reason === 'not-started' || reason === 'lost' || reason === 'broken';
    this.#reports.failed(isUnexplained && this.#isCutOff() ? 'network' : reason);
  }

  /** `localService` is only a hint (Firefox on Linux is wrong), so it explains a failure and never forbids a try. */
  #isCutOff(): boolean {
    return !this.#line.voice.localService && !this.#platform.online();
  }

  #wait(ms: number, run: () => void): void {
    this.#stopWait();
    this.#stopWait = this.#platform.after(ms, run);
  }
}
