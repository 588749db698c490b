import type { Voice } from '../engine.ts';
import { variants } from './variants.ts';

const prefix = 'espeak:';

/** One voice for each variant, the default one first. */
export const embeddedVoices: readonly Voice[] = variants.map(({ id }) => ({
  id: `${prefix}${id}`,
  name: 'Dëgjo',
  language: 'sq',
  offline: true,
  engine: 'espeak',
}));

/** The variant that a voice of ours stands for; the default one for any other. */
export function variantOf(voice: Voice | undefined): string {
  const id = voice?.id.slice(prefix.length);
  return (variants.find((variant) => variant.id === id) ?? variants[0])?.id ?? '';
}
