import { describe, expect, it } from 'vitest';
import { add, countReport, failedFiles, failures, lastLine, nothing } from './report.ts';

const file = (status: string, ...tests: string[]) => ({
  name: '/somewhere/day.test.ts',
  status,
  assertionResults: tests.map((status) => ({
    status,
    fullName: `a test that ${status}`,
    failureMessages: status === 'failed' ? ['Error: silence\n    at somewhere'] : [],
  })),
});

describe('counting a run', () => {
  it('adds up the files', () => {
    const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed', 'failed')] };
    expect(countReport(report, false)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  it('tests that were skipped or are still to be written passed nothing', () => {
    const report = { testResults: [file('passed', 'passed', 'skipped', 'pending', 'todo')] };
    expect(countReport(report, true)).toEqual({ passed: 1, failed: 0, skipped: 3 });
  });

  it('a file that could not be loaded is one failure', () => {
    expect(countReport({ testResults: [file('failed'), file('passed', 'passed')] }, false)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('a file that failed before its tests is one failure, beside the tests it skipped', () => {
    expect(countReport({ testResults: [file('failed', 'skipped', 'skipped')] }, false)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 2,
    });
  });

  it('an error between the tests is a failure although every test passed', () => {
    expect(countReport({ testResults: [file('passed', 'passed')] }, false)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('a run that found no test is a failure', () => {
    expect(countReport({ testResults: [] }, false).failed).toBe(1);
  });

  it('a run that crashed without a report is a failure, whatever it returned', () => {
    expect(countReport(null, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countReport(null, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('what failed', () => {
  it('is named with its file and its first words', () => {
    const report = { testResults: [file('passed', 'passed'), file('failed', 'passed', 'failed')] };
    expect(failures(report)).toEqual(['day.test.ts > a test that failed: Error: silence']);
  });

  it('is nothing where there is no report', () => {
    expect(failures(null)).toEqual([]);
  });
});

it('the files that failed are told, also those that failed before their tests', () => {
  const named = (name: string, ...tests: string[]) => ({ ...file('passed', ...tests), name });
  const broken = { ...file('failed'), name: '/c' };
  const report = { testResults: [named('/a', 'passed'), named('/b', 'passed', 'failed'), broken] };
  expect(failedFiles(report)).toEqual(['/b', '/c']);
  expect(failedFiles(null)).toEqual([]);
});

describe('the last line', () => {
  it('names skipped tests only where there are any', () => {
    expect(lastLine(nothing)).toBe('0 passed, 0 failed');
    expect(lastLine(add({ passed: 2, failed: 1, skipped: 1 }, { passed: 3, failed: 0, skipped: 0 }))).toBe(
      '5 passed, 1 failed, 1 skipped',
    );
  });
});
