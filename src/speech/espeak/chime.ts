import { sampleRate } from './wav.ts';

/** Two soft notes a fifth apart, E5 and B5: when each begins and how long it sounds on, in seconds; pitch in hertz. */
const notes = [
  { at: 0, pitch: 659.26 },
  { at: 0.14, pitch: 987.77 },
] as const;
const seconds = 0.7;
/** Of the loudest sample: well under the voice. */
const loudness = 0.16;
/** Seconds in which a note grows, so that it does not click, and in which it falls to a third. */
const [attack, decay] = [0.008, 0.12];

/** The sound between two articles, `sampleRate` a second; the caller's own, since a part lets go of what it is made of. */
export function chime(): Int16Array {
  return Int16Array.from({ length: seconds * sampleRate }, (_, sample) => {
    const now = sample / sampleRate;
    // It has died away before it is cut.
    const end = Math.min(1, (seconds - now) / 0.1);
    return Math.round(32_767 * loudness * end * notes.reduce((sum, note) => sum + noteAt(note, now), 0));
  });
}

function noteAt({ at, pitch }: (typeof notes)[number], now: number): number {
  const age = now - at;
  if (age < 0) return 0;
  return Math.min(1, age / attack) * Math.exp(-age / decay) * Math.sin(2 * Math.PI * pitch * age);
}
