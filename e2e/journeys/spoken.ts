import type { Page } from 'playwright-core';

/** What the page handed to the voice, and what the voice said of it. Moments are milliseconds since 1970. */
export interface SpokenLine {
  readonly text: string;
  readonly rate: number;
  readonly lang: string;
  /** The language of the voice that was asked to say it. */
  readonly voice: string | undefined;
  readonly started: number | undefined;
  readonly ended: number | undefined;
}

declare global {
  interface Window {
    /** Filled in pages that are listened in on. */
    spokenLines?: SpokenLine[];
    /** What the embedded voice sounds through, once it has. */
    ownVoice?: HTMLMediaElement;
  }
}

/** Notes what this page's voices say from its next load on. The voices themselves are left as they are. */
export async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const lines: { -readonly [key in keyof SpokenLine]: SpokenLine[key] }[] = [];
    window.spokenLines = lines;
    const speak = Object.getOwnPropertyDescriptor(SpeechSynthesis.prototype, 'speak')?.value as (
      this: SpeechSynthesis,
      utterance: SpeechSynthesisUtterance,
    ) => void;
    SpeechSynthesis.prototype.speak = function (utterance) {
      const { text, lang, voice } = utterance;
      // The browser keeps it in fewer digits: 1.100000023841858.
      const rate = Math.round(utterance.rate * 100) / 100;
      const line: (typeof lines)[number] = {
        text,
        rate,
        lang,
        voice: voice?.lang,
        started: undefined,
        ended: undefined,
      };
      lines.push(line);
      utterance.addEventListener('start', () => (line.started = Date.now()));
      utterance.addEventListener('end', () => (line.ended = Date.now()));
      speak.call(this, utterance);
    };
    const play = Reflect.get<HTMLMediaElement, 'play'>(HTMLMediaElement.prototype, 'play');
    HTMLMediaElement.prototype.play = function () {
      window.ownVoice = this;
      return play.call(this);
    };
  });
}

/** Is the embedded voice speaking in this page? */
export function ownVoiceSpeaks(page: Page): Promise<boolean> {
  return page.evaluate(() => window.ownVoice?.paused === false && window.ownVoice.currentTime > 0);
}

/** The lines so far, in order. */
export function spokenLines(page: Page): Promise<SpokenLine[]> {
  return page.evaluate(() => window.spokenLines ?? []);
}

/** The line handed over last, or undefined. */
export async function lastLine(page: Page): Promise<SpokenLine | undefined> {
  return (await spokenLines(page)).at(-1);
}
