import { msg, str } from '@lit/localize';
import type { Restored } from '../library/restore-backup.ts';
import type { DataProblem } from './contexts.ts';

/** Why there is no backup, in words, with what to do. */
export function backupMessage(problem: DataProblem): string {
  switch (problem) {
    case 'cancelled':
      return msg('Ruajtja u anulua. Nuk mbeti asnjë skedar.');
    case 'full':
      return msg('Nuk ka vend të lirë; kopja nuk u ruajt. Lironi vend ose ruajeni diku tjetër.');
    default:
      return msg('Kopja nuk u ruajt dot. Provoni përsëri, ose ruajeni diku tjetër.');
  }
}

/** Why nothing was restored, in words, with what to do. Nothing was changed. */
export function restoreMessage(problem: DataProblem): string {
  switch (problem) {
    case 'foreign':
      return msg(
        'Ky skedar nuk është kopje e Dëgjos. Asgjë nuk u ndryshua. Zgjidhni një skedar që mbaron me «.degjo».',
      );
    case 'newer':
      return msg(
        'Kjo kopje u bë nga një Dëgjo më i ri. Asgjë nuk u ndryshua. Merrni versionin e ri dhe provoni përsëri.',
      );
    case 'truncated':
      return msg('Skedari nuk është i plotë: i mungon fundi. Asgjë nuk u ndryshua. Kopjojeni ose shkarkojeni përsëri.');
    case 'altered':
      return msg('Skedari është prishur ose ndryshuar. Asgjë nuk u ndryshua. Provoni me një kopje tjetër.');
    case 'cancelled':
      return msg('Kthimi u anulua. Asgjë nuk u ndryshua.');
    case 'full':
      return msg('Pajisja nuk ka vend për këtë kopje. Asgjë nuk u ndryshua. Lironi vend dhe provoni përsëri.');
    case 'refused':
      return msg('Kopja nuk u kthye dot. Asgjë nuk u ndryshua. Provoni përsëri.');
  }
}

export function restoredMessage({ articles, isOlder, leftOut }: Restored): string {
  const sentences = [
    msg(str`Kopja u kthye e gjitha. Artikuj: ${articles}.`),
    ...(isOlder ? [msg('Ishte nga një Dëgjo më i vjetër; ajo që nuk kishte atëherë është si e re.')] : []),
    ...(leftOut > 0 ? [msg(str`U lanë jashtë ${leftOut} shënime që nuk ishin në rregull.`)] : []),
  ];
  return sentences.join(' ');
}
