import { msg, str } from '@lit/localize';
import type { LexiconError } from '../language/lexicon-text.ts';

/** What is wrong with a pronunciation, and what to do. */
export function lexiconMessage({ problem, written }: Pick<LexiconError, 'problem' | 'written'>): string {
  switch (problem) {
    case 'no-equals':
      return msg('Mungon shenja = mes fjalës dhe shqiptimit. Shkruani për shembull: Biden = Bajden');
    case 'nothing-written':
      if (written === '') return msg('Shkruani fjalën, siç është në artikull.');
      return msg('Në këtë fjalë ka një shenjë që këtu s’përdoret (= * " #). Shkruani vetëm fjalën.');
    case 'nothing-said':
      return msg('Shkruani si thuhet fjala.');
    case 'twice':
      return msg(str`«${written}» është tashmë në listë. Ndryshojeni atje.`);
  }
}

/** The same of a line of a file, which is refused whole. */
export function lexiconFileMessage(error: LexiconError): string {
  return msg(str`Rreshti ${error.line} i skedarit nuk lexohet, prandaj nuk u mor asgjë. ${lexiconMessage(error)}`);
}
