import { msg, str } from '@lit/localize';
import type { FindProblem } from '../articles/find-source.ts';
import type { OpmlProblem } from '../articles/opml.ts';
import type { Source, SourceProblem } from '../articles/source.ts';
import { formatDate } from './format.ts';

/** How it goes with a source, and what to do. */
export function sourceState({ worked, trouble }: Source, locale: string): string {
  const last = worked === undefined ? undefined : moment(worked, locale);
  if (trouble && last) return `${sourceProblemMessage(trouble.problem)} ${msg(str`Herën e fundit erdhi ${last}.`)}`;
  if (trouble) return sourceProblemMessage(trouble.problem);
  return last ? msg(str`Erdhi ${last}.`) : msg('Ende nuk ka ardhur.');
}

/** Day and time of day, in the listener's own time zone. */
function moment(time: number, locale: string): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${formatDate(date.toISOString(), locale)}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Why nothing came from an address, and what to do. */
export function sourceProblemMessage(problem: SourceProblem | FindProblem['problem']): string {
  switch (problem) {
    case 'bad-address':
      return msg('Kjo nuk është adresë faqeje. Shkruajeni si te shfletuesi, për shembull: gazeta.al');
    case 'offline':
      return msg('Nuk ka internet. Provoni përsëri kur të jeni të lidhur.');
    case 'not-open':
      return msg(
        'Kjo faqe nuk i lë aplikacionet ta lexojnë drejtpërdrejt. Hapeni te shfletuesi, kopjoni tekstin dhe ngjiteni te «Shto artikull».',
      );
    case 'no-gateway':
      return msg('Porta juaj nuk përgjigjet, ose nuk e njeh këtë Dëgjo. Shihni adresën e saj te «Nga faqe të tjera».');
    case 'not-allowed':
      return msg('Kjo adresë nuk lejohet këtu.');
    case 'unreachable':
      return msg('Faqja nuk u gjet ose nuk përgjigjet. Kontrolloni adresën ose provoni më vonë.');
    case 'not-found':
      return msg('Në këtë adresë nuk ka lajme. Shihni te faqja e gazetës se mos ka ndryshuar.');
    case 'gone':
      return msg('Faqja thotë se këto lajme nuk dalin më. Hiqeni burimin ose gjeni një tjetër.');
    case 'refused':
      return msg('Faqja kërkon të hyni me llogari, ose nuk i lë aplikacionet ta lexojnë.');
    case 'redirects':
      return msg('Adresa të çon rreth e rrotull. Shihni te faqja e gazetës se mos ka ndryshuar.');
    case 'too-large':
      return msg('Ajo që erdhi është tepër e madhe për t’u lexuar.');
    case 'wrong-type':
    case 'not-a-feed':
    case 'not-json':
      return msg('Në këtë adresë nuk ka listë lajmesh (RSS). Provoni adresën e faqes së gazetës.');
    case 'no-feed':
      return msg(
        'Te kjo faqe nuk u gjet listë lajmesh (RSS). Kërkoni te faqja lidhjen «RSS» dhe shkruani adresën e saj.',
      );
    case 'unsafe':
    case 'unreadable':
      return msg('Ajo që erdhi është e dëmtuar dhe u la mënjanë.');
    case 'slow':
      return msg('Faqja vonoi shumë. Provoni përsëri më vonë.');
    case 'server':
      return msg('Faqja ka një prishje. Provoni përsëri më vonë.');
    case 'too-often':
    case 'busy':
      return msg('Po kërkohet shumë njëherësh. Prisni pak dhe provoni përsëri.');
  }
}

/** Why a file brought no sources, and what to do. */
export function opmlProblemMessage({ problem }: OpmlProblem): string {
  switch (problem) {
    case 'not-opml':
      return msg('Ky skedar nuk është listë burimesh. Zgjidhni një skedar .opml, siç e ruajnë lexuesit e lajmeve.');
    case 'too-large':
      return msg('Ky skedar është shumë i madh për një listë burimesh.');
    case 'unsafe':
      return msg('Ky skedar është i dëmtuar dhe u la mënjanë.');
  }
}
