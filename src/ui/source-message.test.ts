import { describe, expect, it } from 'vitest';
import { remoteProblems } from '../articles/remote-document.ts';
import type { Source } from '../articles/source.ts';
import { opmlProblemMessage, sourceProblemMessage, sourceState } from './source-message.ts';

const source: Source = { address: 'https://gazeta.example/feed/', title: 'Gazeta', added: 1 };
const worked = new Date(2026, 10, 24, 8, 5).getTime();
const trouble = { problem: 'slow', since: 1, tries: 1, notBefore: 2 } as const;

describe('how it goes with a source', () => {
  it.each<[string, Partial<Source>, string]>([
    ['never asked', {}, 'Ende nuk ka ardhur.'],
    ['works', { worked }, 'Erdhi 24 nëntor 2026, 08:05.'],
    ['never worked', { trouble }, 'Faqja vonoi shumë. Provoni përsëri më vonë.'],
    [
      'works no more',
      { worked, trouble },
      'Faqja vonoi shumë. Provoni përsëri më vonë. Herën e fundit erdhi 24 nëntor 2026, 08:05.',
    ],
  ])('%s', (_, state, words) => {
    expect(sourceState({ ...source, ...state }, 'sq')).toBe(words);
  });
});

it.each([...remoteProblems, 'no-feed', 'not-a-feed', 'not-json', 'unsafe', 'unreadable'] as const)(
  'there are words for %s, not its name',
  (problem) => {
    expect(sourceProblemMessage(problem)).toMatch(/^[A-ZËÇ][^_]{15,}$/);
    expect(sourceProblemMessage(problem)).not.toContain(problem);
  },
);

it.each(['not-opml', 'too-large', 'unsafe'] as const)('and for a list of sources that is %s', (problem) => {
  expect(opmlProblemMessage({ problem })).toMatch(/^Ky skedar/);
});
