/** What speaks with the voices of the system, in one piece that comes when an article is opened. */
import { splitClauses } from './language/clauses.ts';
import { browserPlatform } from './speech/web-speech/platform.ts';
import { WebSpeechEngine } from './speech/web-speech/web-speech-engine.ts';

export function systemVoice(): WebSpeechEngine {
  return new WebSpeechEngine(browserPlatform(window), splitClauses);
}
