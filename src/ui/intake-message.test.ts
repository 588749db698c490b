import { expect, it } from 'vitest';
import type { IntakeProblem } from '../articles/intake.ts';
import { maxBlocks, maxTextLength } from '../articles/text-reader.ts';
import { intakeProblemMessage } from './intake-message.ts';

it.each<IntakeProblem>(['empty', 'not-text', 'unreadable', 'not-here', 'too-little', 'no-text', 'locked', 'broken'])(
  '%s: a file is called by its name',
  (problem) => {
    expect(intakeProblemMessage({ problem, name: 'shënime.txt' })).toContain('«shënime.txt»');
  },
);

it('an empty field speaks of no file', () => {
  expect(intakeProblemMessage({ problem: 'empty' })).toMatch(/^Këtu nuk ka ende tekst\./);
});

it('what is too long hears the limits that hold', () => {
  const message = intakeProblemMessage({ problem: 'too-long', name: 'arkivi.txt' });
  expect(message).toContain(`${maxTextLength / 1_000_000} milionë`);
  expect(message).toContain(`${maxBlocks / 1000} mijë`);
});

it('every problem has words of its own', () => {
  const problems: IntakeProblem[] = [
    ...(['empty', 'too-long', 'not-text', 'unreadable'] as const),
    ...(['not-here', 'too-little', 'no-text', 'locked', 'broken'] as const),
  ];
  const messages = problems.map((problem) => intakeProblemMessage({ problem, name: 'x' }));
  expect(new Set(messages).size).toBe(problems.length);
});
