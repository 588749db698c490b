import { failedFiles, failures } from './report.ts';
import type { VitestReport } from './report.ts';

export interface VitestRun {
  /** Null where it crashed. */
  readonly report: VitestReport | null;
  /** Did it end with exit code 0? */
  readonly ok: boolean;
}

/** With more, it is the app that is broken. */
const mostRunAgain = 3;

/**
 * Journeys hear real speech through the sound services of the machine, which stall now and then (speech-dispatcher 0.11.4
 * for one, cancelled at a certain moment). Where a few files failed, they are run once more, alone.
 * @param once takes further arguments for vitest
 * @returns the results, those of a second run in the place of the first; and what failed in the first, where there was a
 *   second, so that it can be told
 */
export async function runTwiceWhereNeeded(
  once: (more: readonly string[]) => Promise<VitestRun>,
): Promise<VitestRun & { first?: readonly string[] }> {
  const first = await once([]);
  const files = failedFiles(first.report);
  if (first.report === null || files.length === 0 || files.length > mostRunAgain) return first;
  const second = await once(['--maxWorkers=1', ...files]);
  if (second.report === null) return first;
  const again = new Map(second.report.testResults.map((file) => [file.name, file]));
  const testResults = first.report.testResults.map((file) => again.get(file.name) ?? file);
  return { report: { testResults }, ok: second.ok, first: failures(first.report) };
}
