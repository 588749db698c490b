import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface PlainServerOptions {
  readonly root: string;
  /** The path under which the files appear: begins and ends with a slash. */
  readonly base?: string;
  /** A free one unless given, which lets a stopped server come back where it was. */
  readonly port?: number;
}

/** Paths are those of the address, base included: `/degjo/editions/…`. */
export interface PlainServer {
  readonly url: string;
  readonly port: number;
  /** The paths asked for so far, in order. */
  readonly requests: readonly string[];
  /** Answers this path with an error; without a status, cuts the connection as a dead network does. */
  fail(path: string, status?: number): void;
  /** Answers this path only after `ms`. */
  delay(path: string, ms: number): void;
  /** Answers this path with something else than the file. */
  replace(path: string, body: string | Uint8Array, contentType?: string): void;
  /** Forgets every `fail`, `delay` and `replace`. */
  restore(): void;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
};

/** The dumbest static host that an app may find itself on: a content type, no other header, no page for what is missing. */
export async function startPlainServer({ root, base = '/', port = 0 }: PlainServerOptions): Promise<PlainServer> {
  const requests: string[] = [];
  const failures = new Map<string, number | undefined>();
  const delays = new Map<string, number>();
  const replacements = new Map<string, { body: string | Uint8Array; contentType: string }>();

  const answer = async (path: string, response: ServerResponse) => {
    const delay = delays.get(path);
    if (delay !== undefined) await pause(delay, undefined, { ref: false });
    if (failures.has(path)) {
      const status = failures.get(path);
      if (status === undefined) response.destroy();
      else response.writeHead(status).end();
      return;
    }
    const replacement = replacements.get(path);
    if (replacement !== undefined) {
      response.writeHead(200, { 'content-type': replacement.contentType }).end(replacement.body);
      return;
    }
    const file = path.startsWith(base) ? await readUnder(root, path.slice(base.length)) : null;
    if (file === null) response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    else response.writeHead(200, { 'content-type': file.contentType }).end(file.body);
  };

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    requests.push(path);
    void answer(path, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens at no port');

  return {
    url: `http://127.0.0.1:${String(address.port)}${base}`,
    port: address.port,
    requests,
    fail: (path, status) => void failures.set(path, status),
    delay: (path, ms) => void delays.set(path, ms),
    replace: (path, body, contentType = typeOf(path)) => void replacements.set(path, { body, contentType }),
    restore: () => {
      failures.clear();
      delays.clear();
      replacements.clear();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function readUnder(root: string, path: string): Promise<{ body: Uint8Array; contentType: string } | null> {
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const file = normalize(join(root, name));
  if (!file.startsWith(normalize(`${root}/`))) return null;
  try {
    return { body: await readFile(file), contentType: typeOf(name) };
  } catch {
    return null;
  }
}

function typeOf(path: string): string {
  return types[extname(path)] ?? 'application/octet-stream';
}
