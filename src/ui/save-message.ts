import { msg } from '@lit/localize';
import type { SaveFailure } from '../speech/espeak/audio-saver.ts';

/** Why there is no audio file, in words, with what to do. */
export function saveMessage(failure: SaveFailure): string {
  switch (failure) {
    case 'no-pack':
      return msg(
        'Zëri i Dëgjos nuk është ende në këtë pajisje dhe nuk u shkarkua dot. Lidhuni me internetin dhe provoni përsëri.',
      );
    case 'no-encoder':
      return msg('MP3 nuk u përgatit dot. Lidhuni me internetin dhe provoni përsëri, ose zgjidhni WAV.');
    case 'full':
      return msg('Nuk ka vend të lirë në disk; nuk u ruajt asgjë. Lironi vend ose zgjidhni MP3, që është më i vogël.');
    case 'nothing-to-say':
      return msg('Ky artikull nuk ka asgjë për t’u lexuar me zë.');
    case 'too-long':
      return msg('Artikulli është tepër i gjatë për një skedar WAV. Zgjidhni MP3.');
    case 'cancelled':
      return msg('Ruajtja u anulua. Nuk mbeti asnjë skedar.');
    case 'failed':
      return msg('Skedari nuk u ruajt dot. Provoni përsëri, ose ruajeni diku tjetër.');
  }
}
