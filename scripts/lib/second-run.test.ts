import { expect, it, vi } from 'vitest';
import { countReport } from './report.ts';
import { runTwiceWhereNeeded } from './second-run.ts';
import type { VitestRun } from './second-run.ts';

/** A run of files by their names: `a+-` is the file a with a test that passed and one that failed. */
function runOf(...files: string[]): VitestRun {
  const testResults = files.map((file) => ({
    name: `/e2e/${file.replace(/[+-]/g, '')}`,
    status: file.includes('-') ? 'failed' : 'passed',
    assertionResults: Array.from(file.replace(/[^+-]/g, '')).map((sign, index) => ({
      status: sign === '+' ? 'passed' : 'failed',
      fullName: `test ${String(index)}`,
      failureMessages: sign === '+' ? [] : ['Error: silence'],
    })),
  }));
  return { report: { testResults }, ok: !files.some((file) => file.includes('-')) };
}

/** @returns the counts of the runs together, what the second was given, and what is told of the first */
async function twice(first: VitestRun, second: VitestRun) {
  const once = vi.fn().mockResolvedValueOnce(first).mockResolvedValueOnce(second);
  const { report, ok, first: told } = await runTwiceWhereNeeded(once);
  const { passed, failed } = countReport(report, ok);
  return { passed, failed, told, again: (once.mock.calls[1] as [string[]] | undefined)?.[0] };
}

it('what passed is not run again', async () => {
  expect(await twice(runOf('a+', 'b++'), runOf('a-'))).toEqual({ passed: 3, failed: 0 });
});

it('a file that failed is run again, alone; it is told, and counts once', async () => {
  expect(await twice(runOf('a+', 'b++-'), runOf('b+++'))).toEqual({
    passed: 4,
    failed: 0,
    again: ['--maxWorkers=1', '/e2e/b'],
    told: ['b > test 2: Error: silence'],
  });
});

it('what fails twice has failed', async () => {
  expect(await twice(runOf('a+', 'b+-'), runOf('b--'))).toMatchObject({ passed: 1, failed: 2 });
});

it('where many files failed, nothing is run again', async () => {
  const broken = runOf('a-', 'b-', 'c-', 'd-');
  expect(await twice(broken, runOf('a+', 'b+', 'c+', 'd+'))).toEqual({ passed: 0, failed: 4 });
});

it('a crash is a failure, in the first run and in the second', async () => {
  const crash = { report: null, ok: false };
  expect(await twice(crash, runOf('a+'))).toMatchObject({ failed: 1 });
  expect(await twice(runOf('a+-'), crash)).toMatchObject({ passed: 1, failed: 1 });
});
