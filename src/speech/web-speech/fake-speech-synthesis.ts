import type { SpeechPlatform, Synthesis } from './platform.ts';

/** What a platform gets wrong. Each is off unless set; times in milliseconds. */
export interface Defects {
  /** What an utterance fires when it is cancelled, and how late. */
  cancelFires: 'interrupted' | 'end' | 'nothing';
  cancelTakes: number;
  /** An utterance spoken so soon after a cancel disappears. */
  swallowsAfterCancel: number;
  /** `pause()`: works, does nothing, cancels, or stops the sound and all that follows for good. */
  pause: 'works' | 'ignored' | 'cancels' | 'wedges';
  /** Utterances that are longer than this fall silent: no event any more, `speaking` stays true. */
  silentAfter: number;
  /** Utterances with more characters hang whatever comes after their cancellation. */
  chokesOn: number;
  /** Texts that never start, start without saying so, or lose their `end`; `hangs` keeps `speaking` true. */
  neverStarts: (text: string) => boolean;
  losesEnd: (text: string) => boolean;
  hangs: (text: string) => boolean;
  /** Is the voice used only where the utterance's language is written as the voice's own? */
  wantsExactLanguage: boolean;
  /** Spoken outside a tap before any was spoken inside one: in silence, or refused. */
  wantsTap: 'silent' | 'refused';
  /** Blank text: an error or a bare end. */
  blank: 'error' | 'end';
  /** Where the words are said to begin. */
  boundaries: (text: string) => readonly number[];
  /** Keeps no hold of an utterance: if nobody else does, its events are lost. */
  forgets: boolean;
  /** Whether voices spoken elsewhere can be reached; else they stop in silence. */
  offline: boolean;
}

/** What came out of the loudspeaker: `part` says how much of the text. */
export interface Heard {
  readonly text: string;
  readonly language: string;
  part: 'whole' | 'begun';
}

interface Job {
  readonly utterance: WeakRef<SpeechSynthesisUtterance>;
  readonly held: SpeechSynthesisUtterance | undefined;
  readonly text: string;
  started: boolean;
  timers: ReturnType<typeof setTimeout>[];
  sound?: Heard;
}

const startTakes = 40;
const perCharacter = 70;

/** The browser's utterance; Node has none. */
export class FakeUtterance extends EventTarget {
  readonly text: string;
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  rate = 1;
  pitch = 1;

  constructor(text: string) {
    super();
    this.text = text;
  }
}

/** A `speechSynthesis` that can be told to behave as badly as the real ones. Runs on (fake) timers. */
export class FakeSpeechSynthesis implements Synthesis {
  onvoiceschanged: SpeechSynthesis['onvoiceschanged'] = null;
  readonly heard: Heard[] = [];
  /** Every call of a method, by name. */
  readonly calls: string[] = [];
  #voices: SpeechSynthesisVoice[];
  #queue: Job[] = [];
  #defects: Partial<Defects>;
  #paused = false;
  #wedged = false;
  #inTap = false;
  #unlocked = false;
  #cancelledAt = -Infinity;

  constructor(voices: SpeechSynthesisVoice[], defects: Partial<Defects> = {}) {
    this.#voices = voices;
    this.#defects = defects;
  }

  get speaking(): boolean {
    return this.#queue.length > 0;
  }

  get paused(): boolean {
    return this.#paused;
  }

  getVoices(): SpeechSynthesisVoice[] {
    return [...this.#voices];
  }

  speak(utterance: SpeechSynthesisUtterance): void {
    this.calls.push('speak');
    const { wantsTap, swallowsAfterCancel = 0, forgets } = this.#defects;
    if (this.#inTap) this.#unlocked = true;
    if (wantsTap === 'silent' && !this.#unlocked) return;
    // Chromium refuses inside the call.
    if (wantsTap === 'refused' && !this.#unlocked) return fire(utterance, 'error', { error: 'not-allowed' });
    if (Date.now() - this.#cancelledAt < swallowsAfterCancel) return;
    const held = forgets ? undefined : utterance;
    this.#queue.push({ utterance: new WeakRef(utterance), held, text: utterance.text, started: false, timers: [] });
    if (this.#queue.length === 1) this.#start();
  }

  cancel(): void {
    this.calls.push('cancel');
    const { cancelFires = 'interrupted', cancelTakes = 5, chokesOn = Infinity } = this.#defects;
    this.#cancelledAt = Date.now();
    const cancelled = this.#queue;
    this.#queue = [];
    for (const job of cancelled) {
      clearTimers(job);
      if (job.text.length > chokesOn) this.#wedged = true;
      if (cancelFires === 'nothing') continue;
      const error = job.started ? 'interrupted' : 'canceled';
      const type = cancelFires === 'end' ? 'end' : 'error';
      setTimeout(() => fire(job.utterance.deref(), type, { error }), cancelTakes);
    }
  }

  pause(): void {
    this.calls.push('pause');
    const { pause = 'works' } = this.#defects;
    if (pause === 'ignored') return;
    if (pause === 'cancels') return this.cancel();
    if (pause === 'wedges') this.#wedged = true;
    else this.#paused = true;
    this.#queue.forEach(clearTimers);
  }

  resume(): void {
    this.calls.push('resume');
    if (!this.#paused) return;
    this.#paused = false;
    this.#start();
  }

  /** Runs something as a tap's listener would. */
  tap(run: () => void): void {
    this.#inTap = true;
    run();
    this.#inTap = false;
  }

  /** Other voices from now on; not every platform says so. */
  list(voices: SpeechSynthesisVoice[], announced = true): void {
    this.#voices = voices;
    if (announced) this.onvoiceschanged?.call(this as unknown as SpeechSynthesis, new Event('voiceschanged'));
  }

  /** The platform ends what is being said with an error: another page took the voice, the network is gone. */
  break(error: SpeechSynthesisErrorCode): void {
    const job = this.#queue[0];
    if (job) this.#finish(job, 'error', { error });
  }

  #start(): void {
    const job = this.#queue[0];
    if (!job) return;
    const { text } = job;
    const { neverStarts, blank, offline } = this.#defects;
    if (this.#wedged || neverStarts?.(text)) return;
    if (text.trim() === '') {
      const type = blank === 'end' ? 'end' : 'error';
      job.timers.push(setTimeout(() => this.#finish(job, type, { error: 'synthesis-failed' }), 5));
      return;
    }
    if (offline && !job.utterance.deref()?.voice?.localService) return;
    job.timers.push(setTimeout(() => this.#sound(job), startTakes));
  }

  #sound(job: Job): void {
    const { text } = job;
    const { silentAfter = Infinity, losesEnd, hangs, boundaries } = this.#defects;
    const utterance = job.utterance.deref();
    job.started = true;
    job.sound = { text, language: this.#language(utterance), part: 'begun' };
    this.heard.push(job.sound);
    fire(utterance, 'start', {});
    const character = perCharacter / (utterance?.rate ?? 1);
    const isRemote = utterance?.voice?.localService === false;
    for (const charIndex of boundaries?.(text) ?? []) {
      const at = Math.min(Math.max(charIndex, 0), text.length) * character;
      job.timers.push(setTimeout(() => fire(job.utterance.deref(), 'boundary', { name: 'word', charIndex }), at));
    }
    if (hangs?.(text) || (isRemote && text.length * character > silentAfter)) return;
    const type = losesEnd?.(text) ? undefined : 'end';
    job.timers.push(setTimeout(() => this.#finish(job, type, {}), text.length * character));
  }

  #language(utterance: SpeechSynthesisUtterance | undefined): string {
    const voice = utterance?.voice;
    const isIgnored = this.#defects.wantsExactLanguage && utterance?.lang !== voice?.lang;
    return !voice || isIgnored ? (this.#voices.find((each) => each.default)?.lang ?? 'af') : voice.lang;
  }

  #finish(job: Job, type: 'end' | 'error' | undefined, detail: object): void {
    clearTimers(job);
    this.#queue = this.#queue.filter((other) => other !== job);
    if (job.sound && type !== 'error') job.sound.part = 'whole';
    const wasBusy = this.speaking;
    if (type) fire(job.utterance.deref(), type, detail);
    if (wasBusy) this.#start();
  }
}

function fire(utterance: SpeechSynthesisUtterance | undefined, type: string, detail: object): void {
  utterance?.dispatchEvent(Object.assign(new Event(type), detail));
}

function clearTimers(job: Job): void {
  job.timers.forEach(clearTimeout);
  job.timers = [];
}

export function fakeVoice(name: string, lang: string, more: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice {
  return { name, lang, voiceURI: name, localService: true, default: false, ...more };
}

/** A browser around the fake, with the global timers. */
export function fakePlatform(
  synthesis: FakeSpeechSynthesis | undefined,
  more: Partial<SpeechPlatform> = {},
): SpeechPlatform {
  return {
    synthesis,
    Utterance: FakeUtterance as unknown as SpeechPlatform['Utterance'],
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    online: () => true,
    page: new EventTarget(),
    ...more,
  };
}
