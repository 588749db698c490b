import type { SourceProblem } from '../../articles/source.ts';

const words: Readonly<Record<SourceProblem, string>> = {
  'bad-address': 'nuk është adresë. This is no address.',
  offline: 'nuk ka rrjet. There is no network.',
  'not-open': 'sajti nuk hapet. The site does not open.',
  'no-gateway': 'sajti nuk arrihet. The site is not reached.',
  'not-allowed': 'atje nuk shkohet: është adresë e brendshme. An internal address: nobody goes there.',
  unreachable: 'sajti nuk arrihet. The site is not reached.',
  'not-found': 'faqja nuk u gjet (404). There is no such page (404).',
  gone: 'faqja u hoq (410). The page is gone (410).',
  refused: 'sajti nuk lejon programe (robots.txt) ose kërkon hyrje. The site keeps programs out, or wants a login.',
  redirects: 'adresa të çon rrotull. The address leads round and round.',
  'too-large': 'tepër e madhe. Too large.',
  'wrong-type': 'atje nuk ka tekst. What is there is no text.',
  slow: 'nuk u përgjigj me kohë. It did not answer in time.',
  server: 'sajti ka një problem; do të provohet sërish. The site is in trouble; the next run tries again.',
  'too-often': 'sajti kërkon pritje. The site asks to wait.',
  busy: 'sajti kërkon pritje. The site asks to wait.',
  'not-json': 'nuk është burim lajmesh. It is no feed.',
  'not-a-feed': 'nuk është burim lajmesh. It is no feed.',
  unsafe: 'i prishur, ose i bërë për të dëmtuar. Malformed, or made to do harm.',
  unreadable: 'nuk u lexua dot. It could not be read.',
};

/** Why a source brought nothing, in both languages. */
export function inWords(problem: SourceProblem): string {
  return words[problem];
}
