interface Command {
  /** @returns the exit code */
  run(args: readonly string[]): Promise<number>;
}

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  sentences: () => import('./sentences.ts'),
  speak: () => import('./speak.ts'),
  publish: () => import('./publish.ts'),
  serve: () => import('./serve.ts'),
};

const help = `degjo COMMAND

  sentences [FILE|-]     prints the sentences of an Albanian text and what a voice should say for them
  speak [FILE|-] -o OUT  reads an Albanian text into an audio file, MP3 or WAV
  publish LIST --out DIR publishes what a list of sources (OPML) brings, as static files to follow
  serve                  serves the built app until it is told to stop; PORT (4173), HOST (localhost), BASE (/) and
                         GATEWAY (on) come from the environment

degjo sentences --help, degjo speak --help and degjo publish --help say more.`;

const [name = '', ...args] = process.argv.slice(2);
const load = commands[name];
if (name === '--help' || name === '-h') {
  console.log(help);
} else if (load === undefined) {
  console.error(`degjo: ${Object.keys(commands).join(', ')}; degjo --help`);
  process.exitCode = 2;
} else {
  const command = await load();
  process.exitCode = await command.run(args);
}
