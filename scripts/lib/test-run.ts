import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { add, countReport, failures, lastLine, nothing, oneFailure } from './report.ts';
import type { Counts, VitestReport } from './report.ts';
import { runTwiceWhereNeeded } from './second-run.ts';
import type { VitestRun } from './second-run.ts';
import { prepareSystem } from './system-packages.ts';

export interface RunOptions {
  readonly env?: Record<string, string>;
  /** Keep what the program prints instead of showing it. */
  readonly quiet?: boolean;
  /** In milliseconds. */
  readonly timeout?: number;
}
export interface RunResult {
  readonly ok: boolean;
  readonly output: string;
}
export type Run = (command: string, args: readonly string[], options?: RunOptions) => Promise<RunResult>;
export type Npm = (args: readonly string[], options?: RunOptions) => Promise<RunResult>;

interface Step {
  readonly name: string;
  readonly counts: Counts;
  readonly seconds: number;
  readonly note?: string;
  readonly failed?: readonly string[];
}

/**
 * Everything after the installation of the dependencies. Tests count as vitest reports them; lint and build are no
 * tests, so they count only when they fail, as one failure each.
 * @returns the exit code
 */
export async function runTests({ run, npm, matrix }: { run: Run; npm: Npm; matrix: boolean }): Promise<number> {
  const steps: Step[] = [];
  const step = async (name: string, work: () => Promise<Omit<Step, 'name' | 'seconds'>>): Promise<boolean> => {
    console.log(`\n── ${name}`);
    const started = performance.now();
    const result = await work();
    steps.push({ name, seconds: Math.round((performance.now() - started) / 1000), ...result });
    return result.counts.failed === 0;
  };
  const npmRun = (script: string) => async () => ({ counts: (await npm(['run', script])).ok ? nothing : oneFailure });

  // Each of the two keeps one core busy.
  const [, built] = await Promise.all([step('lint', npmRun('lint')), step('types and build', npmRun('build'))]);
  await step('unit tests', async () => counted(await vitest(run, 'unit', {})));
  const inBrowsers = (project: string) => async () => {
    if (!built) return { counts: oneFailure, note: 'not run, for there is no build' };
    const system = await prepareSystem(run);
    if ('missing' in system) return { counts: oneFailure, note: `not run; missing: ${system.missing}` };
    const { first, ...last } = await runTwiceWhereNeeded((more) => vitest(run, project, system.env, more));
    const again = first === undefined ? {} : { note: `run again, for they failed at first:\n${indent(first)}` };
    const result = { ...counted(last), ...again };
    if (system.untested === '') return result;
    return { ...result, counts: add(result.counts, oneFailure), note: `some not run; missing: ${system.untested}` };
  };
  await step('browser journeys', inBrowsers('e2e'));
  if (matrix) await step('matrix of views', inBrowsers('matrix'));

  const total = steps.map(({ counts }) => counts).reduce(add, nothing);
  console.log(`\n${steps.map(describe).join('\n')}\n\n${lastLine(total)}`);
  return total.failed === 0 ? 0 : 1;
}

async function vitest(
  run: Run,
  project: string,
  env: Record<string, string>,
  more: readonly string[] = [],
): Promise<VitestRun> {
  const path = `build/${project}-tests.json`;
  mkdirSync('build', { recursive: true });
  rmSync(path, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const vitest = 'node_modules/vitest/vitest.mjs';
  const { ok } = await run(process.execPath, [vitest, 'run', '--project', project, ...reporters, ...more], {
    env,
    timeout: 900_000,
  });
  return { report: readReport(path), ok };
}

function counted({ report, ok }: VitestRun): Pick<Step, 'counts' | 'failed'> {
  return { counts: countReport(report, ok), failed: failures(report) };
}

function readReport(path: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  } catch {
    return null;
  }
}

function describe({ name, counts, seconds, note, failed = [] }: Step): string {
  const verdict = counts.failed === 0 ? '✓' : '✗';
  const numbers = counts.passed + counts.skipped > 0 ? `: ${lastLine(counts)}` : '';
  const told = `${verdict} ${name} (${String(seconds)} s)${numbers}${note === undefined ? '' : `: ${note}`}`;
  return failed.length === 0 ? told : `${told}\n${indent(failed)}`;
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join('\n');
}
