// npm test: sets up what is missing, then lint, types, build, unit tests and browser journeys; with --matrix (after --),
// the long matrix of views as well.
import { installDependencies, loadTypeScript, npm, requireNode, run, stopOnSignals } from './lib/bootstrap.js';

requireNode();
stopOnSignals(130);
const installed = await installDependencies();
if (installed.ok) {
  await loadTypeScript();
  const { runTests } = await import('./lib/test-run.ts');
  process.exitCode = await runTests({ run, npm, matrix: process.argv.includes('--matrix') });
} else {
  console.error(installed.output);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
