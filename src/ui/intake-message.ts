import { msg, str } from '@lit/localize';
import type { IntakeProblem } from '../articles/intake.ts';

/** What went wrong with something that was to become an article, and what to do. */
export function intakeProblemMessage({ problem, name }: { problem: IntakeProblem; name?: string }): string {
  switch (problem) {
    case 'empty':
      return name === undefined
        ? msg('Këtu nuk ka ende tekst. Ngjitni tekstin e artikullit dhe provoni përsëri.')
        : msg(str`Skedari «${name}» është bosh. Zgjidhni një skedar me tekst.`);
    case 'too-long':
      return msg(
        'Ky tekst është tepër i gjatë: deri në 2 milionë shkronja e 20 mijë paragrafë hapen njëherësh. Ndajeni në pjesë.',
      );
    case 'not-text':
      return msg(str`«${name ?? ''}» nuk është tekst. Zgjidhni një skedar .txt.`);
    case 'unreadable':
      return msg(str`Skedari «${name ?? ''}» nuk u lexua dot. Provojeni përsëri ose zgjidhni një tjetër.`);
  }
}
