/** What speaks with the voices of the system, in one piece that comes when an article is opened. */
import type { CutPieces } from './speech/web-speech/pieces.ts';
import { browserPlatform } from './speech/web-speech/platform.ts';
import { WebSpeechEngine } from './speech/web-speech/web-speech-engine.ts';

let splitClauses: CutPieces | undefined;

/**
 * The rules of clauses come with the first sentence that is too long for its voice: none is for a voice on the device,
 * so most listeners never need them. Where they cannot be had, a sentence goes out whole.
 */
const cutPieces: CutPieces = (text, longest) => {
  const whole = [{ start: 0, end: text.length }];
  if (text.length <= longest) return whole;
  if (splitClauses) return splitClauses(text, longest);
  return import('./language/clauses.ts').then(
    (rules) => (splitClauses = rules.splitClauses)(text, longest),
    () => whole,
  );
};

export function systemVoice(): WebSpeechEngine {
  return new WebSpeechEngine(browserPlatform(window), cutPieces);
}
