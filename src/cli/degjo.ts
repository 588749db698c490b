interface Command {
  /** @returns the exit code */
  run(args: readonly string[]): Promise<number>;
}

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: () => import('./serve.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = commands[name];
if (load === undefined) {
  console.error(`degjo: ${Object.keys(commands).join(', ')}`);
  process.exitCode = 2;
} else {
  const command = await load();
  process.exitCode = await command.run(args);
}
