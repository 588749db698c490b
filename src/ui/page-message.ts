import { msg } from '@lit/localize';
import type { AddressProblem } from '../articles/read-address.ts';
import { sourceProblemMessage } from './source-message.ts';

/** Why no article came from an address, and what to do. */
export function pageProblemMessage(problem: AddressProblem): string {
  switch (problem) {
    case 'not-open':
      return msg(
        'Kjo faqe nuk i lë aplikacionet ta lexojnë drejtpërdrejt. Hapeni te shfletuesi dhe kopjojeni tekstin këtu, ose dërgojeni që andej: shihni «Nga faqe të tjera».',
      );
    case 'too-little':
      return msg(
        'Në këtë faqe nuk u gjet artikull, ose vetëm fillimi i tij. Hapeni te shfletuesi, kopjoni tekstin dhe ngjiteni këtu.',
      );
    case 'a-feed':
      return msg('Kjo adresë është listë lajmesh (RSS), jo artikull. Ndiqeni te «Burimet».');
    case 'wrong-type':
    case 'not-text':
      return msg('Në këtë adresë nuk ka faqe me tekst. Nëse është skedar, shkarkojeni dhe hapeni këtu.');
    case 'not-found':
    case 'gone':
      return msg('Në këtë adresë nuk ka më faqe. Shihni te shfletuesi se mos ka ndryshuar.');
    case 'redirects':
      return msg('Adresa të çon rreth e rrotull. Shihni te shfletuesi se mos ka ndryshuar.');
    default:
      return sourceProblemMessage(problem);
  }
}
