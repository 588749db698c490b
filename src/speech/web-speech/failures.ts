import type { SpeechFailure } from '../engine.ts';

const failures: ReadonlyMap<string, SpeechFailure> = new Map([
  ['interrupted', 'interrupted'],
  ['canceled', 'interrupted'],
  ['audio-busy', 'interrupted'],
  ['network', 'network'],
  ['not-allowed', 'not-allowed'],
  ['voice-unavailable', 'no-voice'],
  ['language-unavailable', 'no-voice'],
  ['synthesis-unavailable', 'no-voice'],
]);

/**
 * @param error a SpeechSynthesisErrorCode; undefined on platforms that fire a bare event
 */
export function failureOf(error: string | undefined): SpeechFailure {
  return failures.get(error ?? '') ?? 'broken';
}
