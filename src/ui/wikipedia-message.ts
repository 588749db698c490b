import { msg } from '@lit/localize';
import type { WikipediaProblem } from '../articles/wikipedia.ts';
import { sourceProblemMessage } from './source-message.ts';

/** Why nothing came from Wikipedia, and what to do. */
export function wikipediaProblemMessage({ problem }: WikipediaProblem): string {
  switch (problem) {
    case 'not-found':
      return msg('Wikipedia nuk ka artikull me këtë emër. Kërkoni me fjalë të tjera.');
    case 'too-little':
      return msg('Ky artikull i Wikipedias nuk ka ende tekst. Zgjidhni një tjetër.');
    case 'offline':
    case 'slow':
    case 'too-often':
    case 'busy':
      return sourceProblemMessage(problem);
    default:
      return msg('Wikipedia nuk përgjigjet tani. Provoni përsëri më vonë.');
  }
}
