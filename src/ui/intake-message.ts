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
      return msg(str`«${name ?? ''}» nuk është tekst. Zgjidhni një skedar me tekst: .txt, .docx, .pdf ose .epub.`);
    case 'too-little':
      return msg(str`Në faqen «${name ?? ''}» nuk u gjet artikull. Hapeni faqen, kopjoni tekstin dhe ngjiteni këtu.`);
    case 'no-text':
      return msg(
        str`«${name ?? ''}» ka vetëm fotografi të faqeve, jo tekst që mund të lexohet me zë. Kërkoni një version me tekst.`,
      );
    case 'locked':
      return msg(
        str`«${name ?? ''}» është i kyçur, me fjalëkalim ose nga dyqani i librave. Nëse mundeni, ruajeni të pakyçur dhe provoni përsëri.`,
      );
    case 'broken':
      return msg(str`«${name ?? ''}» është i dëmtuar dhe nuk hapet. Merreni edhe një herë ose zgjidhni një tjetër.`);
    case 'not-here':
      return msg(
        str`Pjesa e Dëgjos që hap skedarë si «${name ?? ''}» nuk është ende në këtë pajisje, dhe nuk ka internet. Hapeni një herë me internet; pastaj hapen edhe pa të.`,
      );
    case 'unreadable':
      return msg(str`Skedari «${name ?? ''}» nuk u lexua dot. Provojeni përsëri ose zgjidhni një tjetër.`);
  }
}
