export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What vitest's JSON reporter writes, as far as it is counted here. */
export interface VitestReport {
  readonly testResults: readonly {
    /** The file's path. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly TestReport[];
  }[];
}

interface TestReport {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };
export const oneFailure: Counts = { passed: 0, failed: 1, skipped: 0 };

/**
 * The tests of one vitest run. A file that failed outside its tests counts as one failure, and so does a run that
 * failed although all its tests passed, or that left no report.
 */
export function countReport(report: VitestReport | null, exitedWell: boolean): Counts {
  if (report === null) return oneFailure;
  const counts = report.testResults.map(countFile).reduce(add, nothing);
  return counts.failed === 0 && !exitedWell ? add(counts, oneFailure) : counts;
}

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Counts): string {
  return `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`;
}

/** One line for each test that failed: its file, its name, and what it said first. They stand where a log ends. */
export function failures(report: VitestReport | null): string[] {
  return (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => {
        const said = failureMessages[0]?.split('\n')[0] ?? '';
        return `${name.slice(name.lastIndexOf('/') + 1)} > ${fullName}: ${said}`;
      }),
  );
}

/** The paths of the files in which something failed. */
export function failedFiles(report: VitestReport | null): string[] {
  return (report?.testResults ?? []).filter((file) => countFile(file).failed > 0).map(({ name }) => name);
}

function countFile({ status, assertionResults }: VitestReport['testResults'][number]): Counts {
  const passed = assertionResults.filter((test) => test.status === 'passed').length;
  const failed = assertionResults.filter((test) => test.status === 'failed').length;
  const skipped = assertionResults.length - passed - failed;
  return { passed, failed: failed === 0 && status === 'failed' ? 1 : failed, skipped };
}
