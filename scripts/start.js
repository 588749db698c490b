// npm start: installs what is missing, builds, serves. Prints one line, the address.
import { installDependencies, loadTypeScript, npm, requireNode, stopOnSignals } from './lib/bootstrap.js';

requireNode();
const leaveSignalsToServer = stopOnSignals(0);
await orExit(installDependencies());
console.error('Po ndërtohet… Building…');
await orExit(npm(['run', 'build'], { quiet: true }));
await loadTypeScript();
const { run } = await import('../src/cli/serve.ts');
leaveSignalsToServer();
process.exit(await run([]));

async function orExit(step) {
  const { ok, output } = await step;
  if (ok) return;
  console.error(output);
  process.exit(1);
}
