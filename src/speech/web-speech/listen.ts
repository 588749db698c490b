// For tests: what an engine reports, and how a page reads that uses the platform without any care.
import type { SpeechEngine, SpeechOptions, Utterance } from '../engine.ts';
import type { CutPieces, Piece } from './pieces.ts';
import { FakeUtterance, type FakeSpeechSynthesis } from './fake-speech-synthesis.ts';

export const plain: SpeechOptions = { rate: 1, pitch: 1 };

export function script(...texts: string[]): Utterance[] {
  return texts.map((text) => ({ text, language: 'sq', closes: 'sentence' }));
}

/** Cuts at the last blank that fits. */
export const cutAtBlanks: CutPieces = (text, longest) => {
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length;) {
    const blank = text.lastIndexOf(' ', start + longest);
    const end = text.length - start <= longest || blank <= start ? text.length : blank;
    pieces.push({ start, end });
    start = end + 1;
  }
  return pieces;
};

/** Every report from now on, in order and in short: `sentence 0`, `word 0 5+6`, `failed 1 lost`, `ended`. */
export function reportsOf(engine: SpeechEngine): string[] {
  const reports: string[] = [];
  engine.addEventListener('sentence', ({ detail }) => reports.push(`sentence ${detail.index}`));
  engine.addEventListener('word', ({ detail: { index, at, length } }) => reports.push(`word ${index} ${at}+${length}`));
  engine.addEventListener('failed', ({ detail }) => reports.push(`failed ${detail.index} ${detail.reason}`));
  engine.addEventListener('ended', () => reports.push('ended'));
  engine.addEventListener('voiceschanged', () => reports.push('voiceschanged'));
  return reports;
}

export function bareUtterance(
  text: string,
  voice?: SpeechSynthesisVoice,
  lang = voice?.lang,
): SpeechSynthesisUtterance {
  const utterance = new FakeUtterance(text);
  utterance.voice = voice ?? null;
  utterance.lang = lang ?? '';
  return utterance as unknown as SpeechSynthesisUtterance;
}

/** Speaks text after text, the next whenever an `end` comes, and notes every event. */
export function bareRead(
  synthesis: FakeSpeechSynthesis,
  texts: readonly string[],
  voice: SpeechSynthesisVoice,
): { events: string[]; speakFrom(index: number): void } {
  const events: string[] = [];
  let position = 0;
  const speakFrom = (index: number): void => {
    position = index;
    const text = texts[index];
    if (text === undefined) return;
    const utterance = bareUtterance(text, voice);
    for (const type of ['start', 'boundary', 'error']) utterance.addEventListener(type, () => events.push(type));
    utterance.addEventListener('end', () => {
      events.push('end');
      speakFrom(position + 1);
    });
    synthesis.speak(utterance);
  };
  speakFrom(0);
  return { events, speakFrom };
}
