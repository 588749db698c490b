import { msg } from '@lit/localize';
import type { RemoteProblem } from '../articles/remote-document.ts';

/** Why a picture is not shown, and what to do. @param problem `broken`: it came, and is no picture */
export function pictureProblemMessage(problem: RemoteProblem | 'broken'): string {
  switch (problem) {
    case 'offline':
      return msg('Nuk ka internet. Provoni përsëri kur të jeni të lidhur.');
    case 'not-open':
    case 'no-gateway':
    case 'not-allowed':
    case 'refused':
      return msg('Faqja nuk i lë aplikacionet ta marrin këtë fotografi. Shiheni te faqja e artikullit.');
    case 'not-found':
    case 'gone':
      return msg('Kjo fotografi nuk është më aty ku ishte.');
    case 'too-large':
      return msg('Kjo fotografi është tepër e madhe. Shiheni te faqja e artikullit.');
    case 'wrong-type':
    case 'broken':
    case 'bad-address':
    case 'redirects':
      return msg('Kjo fotografi nuk hapet dot.');
    default:
      return msg('Fotografia nuk erdhi. Provoni përsëri pas pak.');
  }
}
