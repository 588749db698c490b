import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createNodeGateway, readGatewaySettings } from './server/gateway.ts';
import { serve } from './server/listen.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * `degjo serve`: serves the built app until it is told to stop. PORT, HOST, BASE and the gateway's settings come from
 * the environment.
 * @returns the exit code
 */
export async function run(): Promise<number> {
  const port = readPort(process.env['PORT'] ?? '4173');
  if (port === null) {
    return complain('PORT duhet të jetë një numër nga 0 deri në 65535.', 'PORT must be a number from 0 to 65535.');
  }
  const base = process.env['BASE'] ?? '/';
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base)) {
    return complain('BASE duhet të nisë e të mbarojë me /.', 'BASE must begin and end with a slash, as in /degjo/.');
  }
  const host = process.env['HOST'] ?? 'localhost';
  const settings = readGatewaySettings(process.env, host);
  if (typeof settings === 'string') {
    return complain(
      `${settings} nuk kuptohet; lexoni docs/hosting.md.`,
      `${settings} makes no sense: see docs/hosting.md.`,
    );
  }
  const gateway = settings && createNodeGateway(settings);
  if (!existsSync(`${dist}/index.html`)) {
    return complain('Aplikacioni nuk është ndërtuar ende.', 'The app is not built yet: run `npm run build`.');
  }
  // Bound before listening, so that no signal falls between.
  const stopped = stopSignal();
  try {
    const server = await serve({ root: dist, base, port, host, gateway });
    console.log(server.url.replace(/(:\d+)\/$/, '$1'));
    await stopped;
    await server.close();
    return 0;
  } catch (error) {
    return complainAboutListening(error, port);
  }
}

function readPort(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null;
}

function stopSignal(): Promise<unknown> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

function complainAboutListening(error: unknown, port: number): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return complain(
      `Porta ${String(port)} është e zënë; zgjidhni një tjetër me PORT.`,
      `Port ${String(port)} is taken; choose another with PORT.`,
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return complain(`Serveri nuk u nis.`, `The server did not start: ${reason}.`);
}

function complain(albanian: string, english: string): number {
  console.error(`${albanian} ${english}`);
  return 1;
}
