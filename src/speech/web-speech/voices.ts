import type { Voice } from '../engine.ts';

/** An Albanian voice: as the app knows it, and as the platform wants it back. */
export interface SystemVoice {
  readonly voice: Voice;
  readonly native: SpeechSynthesisVoice;
}

// Android writes `sq_AL`, Firefox on Android three letters and more: `sqi-ALB-f000`.
const albanian = /^(?:sq|sqi|alb)(?![a-z])/i;

/** Is a platform's language tag Albanian, however it is written? */
export function isAlbanian(tag: string): boolean {
  return albanian.test(tag);
}

/**
 * The Albanian voices of a platform's list, best first. Reads each listed voice once, since Linux lists thousands.
 * The platform's default voice has no say: on Linux it is Afrikaans.
 */
export function albanianVoices(listed: readonly SpeechSynthesisVoice[]): readonly SystemVoice[] {
  const kept = new Map<string, SpeechSynthesisVoice>();
  for (const native of listed) {
    if (!isAlbanian(native.lang)) continue;
    const key = `${native.lang.toLowerCase()} ${withoutVariant(native.name)}`;
    const rival = kept.get(key);
    if (!rival || (isVariant(rival.name) && !isVariant(native.name))) kept.set(key, native);
  }
  const ranks: SystemVoice[][] = [[], [], [], []];
  for (const native of kept.values()) ranks[rank(native)]?.push({ voice: toVoice(native), native });
  return ranks.flat();
}

function toVoice({ voiceURI, name, lang, localService }: SpeechSynthesisVoice): Voice {
  return { id: voiceURI || `${name} ${lang}`, name, language: lang, offline: localService, engine: 'system' };
}

// eSpeak's `Albanian+Adam espeak-ng`: the same voice with a disguise.
const variant = /\+\S+/;

function isVariant(name: string): boolean {
  return variant.test(name);
}

function withoutVariant(name: string): string {
  return name.replace(variant, '');
}

/** 0 is best. Firefox calls eSpeak's voice just `Albanian`. */
function rank({ name, voiceURI }: SpeechSynthesisVoice): 0 | 1 | 2 | 3 {
  if (/\b(?:natural|neural|online)\b/i.test(name)) return 0;
  if (/\bgoogle\b/i.test(name)) return 1;
  return /espeak/i.test(name) || /espeak/i.test(voiceURI) || withoutVariant(name) === 'Albanian' ? 3 : 2;
}
