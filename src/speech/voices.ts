import type { Voice } from './engine.ts';

/**
 * The voice of a listener who chose none: the best system voice that works offline and proved itself, else the
 * embedded one, else the best of the system.
 *
 * @param voices best first
 * @param proven ids of system voices that the listener heard speak Albanian
 */
export function defaultVoice(voices: readonly Voice[], proven: readonly string[]): Voice | undefined {
  return (
    voices.find(({ id, engine, offline }) => engine === 'system' && offline && proven.includes(id)) ??
    voices.find(({ engine }) => engine === 'espeak') ??
    voices.find(({ engine }) => engine === 'system')
  );
}
