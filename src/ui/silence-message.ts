import { msg } from '@lit/localize';
import type { SessionSnapshot } from '../listening/listening-session.ts';

/** Why nothing is heard, and what to do, for a listener who did not wish the silence. Undefined where they did. */
export function silenceMessage({ playback, stopReason, voice }: SessionSnapshot): string | undefined {
  if (playback === 'loading' || playback === 'playing') return undefined;
  switch (stopReason) {
    case 'no-voice':
      return msg('Kjo pajisje nuk ka zë shqip. Artikulli lexohet me sy, por ende nuk mund të dëgjohet.');
    case 'not-started':
      return msg('Zëri nuk filloi. Shtypni «Vazhdo» për ta provuar përsëri nga kjo fjali.');
    case 'lost':
    case 'broken':
      return msg('Zëri u ndërpre te kjo fjali. Shtypni «Vazhdo» për të vazhduar prej saj.');
    case 'interrupted':
      return msg('Zërin e mori një program tjetër. Shtypni «Vazhdo» kur të doni.');
    case 'network':
      return msg('Ky zë kërkon internet dhe tani nuk ka. Kur të kthehet, shtypni «Vazhdo».');
    case 'not-allowed':
      return msg('Shfletuesi kërkon një prekje para se të flasë. Shtypni «Vazhdo».');
    case 'ended':
      return msg('Artikulli mbaroi.');
    default:
      return voice === 'absent'
        ? msg('Kjo pajisje nuk ka zë shqip. Artikulli lexohet me sy, por ende nuk mund të dëgjohet.')
        : undefined;
  }
}
