import { expect, it } from 'vitest';
import type { AddressProblem } from '../articles/read-address.ts';
import { remoteProblems } from '../articles/remote-document.ts';
import { pageProblemMessage } from './page-message.ts';
import { wikipediaProblemMessage } from './wikipedia-message.ts';

const problems: AddressProblem[] = [...remoteProblems, 'a-feed', 'too-little', 'not-text', 'too-large'];

it.each(problems)('%s of a page is told, and not in words of feeds', (problem) => {
  const message = pageProblemMessage(problem);
  expect(message.length).toBeGreaterThan(20);
  if (problem !== 'a-feed') expect(message).not.toContain('RSS');
});

it('a site that does not open itself names the ways that work', () => {
  expect(pageProblemMessage('not-open')).toMatch(/kopjojeni.*«Nga faqe të tjera»/s);
});

it.each(remoteProblems)('%s of Wikipedia speaks of no papers', (problem) => {
  expect(wikipediaProblemMessage({ problem })).not.toMatch(/gazet|burim/i);
});
