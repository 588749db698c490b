import { msg } from '@lit/localize';
import type { SessionSnapshot } from '../listening/listening-session.ts';

/** Why nothing is heard, and what to do, for a listener who did not wish the silence. Undefined where they did. */
export function silenceMessage({ playback, stopReason }: SessionSnapshot): string | undefined {
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
    case 'no-pack':
      return msg(
        'Zëri i Dëgjos nuk është ende në këtë pajisje dhe nuk u shkarkua dot. Lidhuni me internetin dhe shtypni «Vazhdo».',
      );
    case 'no-output':
      return msg('Pajisja nuk ka ku ta lëshojë zërin. Lidhni kufjet ose altoparlantin dhe shtypni «Vazhdo».');
    case 'nothing-to-say':
      return msg('Këtu nuk ka asgjë për të lexuar: vetëm shenja.');
    default:
      return undefined;
  }
}

/** Told once, while it reads or is about to: its voice is coming, another one took over, a sentence was left out. */
export function readingNotice(snapshot: SessionSnapshot): string | undefined {
  const { playback, substitution, skipped, voice, fetched } = snapshot;
  if (playback !== 'loading' && playback !== 'playing') return undefined;
  if (playback === 'loading' && fetched !== undefined) return msg('Po vjen zëri i Dëgjos, vetëm këtë herë.');
  if (substitution && voice?.engine === 'system') {
    return msg('Zëri i Dëgjos nuk erdhi dot. Po lexon një zë i pajisjes.');
  }
  if (substitution?.reason === 'network') return msg('Zëri i zgjedhur kërkon internet. Po lexon zëri i Dëgjos.');
  if (substitution) return msg('Zëri i zgjedhur u ndërpre. Po lexon zëri i Dëgjos.');
  return skipped.length > 0
    ? msg('Një fjali nuk u tha dot dhe u kapërcye. Në faqe ajo është e nënvizuar me pika.')
    : undefined;
}
