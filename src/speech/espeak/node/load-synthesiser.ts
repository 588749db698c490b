import { Synthesiser } from '../synthesiser.ts';
import { data } from './loader.ts';

/** The embedded voice in Node, packed on the fly. */
export function loadSynthesiser(): Promise<Synthesiser> {
  return Synthesiser.load(data.buffer);
}
