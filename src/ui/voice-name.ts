import { msg } from '@lit/localize';
import type { Voice } from '../speech/engine.ts';

/** What a voice is called: the system's by the system, those of ours by how they sound. */
export function voiceName({ id, name }: Voice): string {
  switch (id) {
    case 'espeak:standard':
      return msg('Zëri i Dëgjos');
    case 'espeak:max':
      return msg('Zëri i Dëgjos, i dytë');
    case 'espeak:quincy':
      return msg('Zëri i Dëgjos, burrë me zë të trashë');
    case 'espeak:f2':
      return msg('Zëri i Dëgjos, grua');
    case 'espeak:steph':
      return msg('Zëri i Dëgjos, grua tjetër');
    default:
      return name;
  }
}
