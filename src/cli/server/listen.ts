import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import type { AppOptions } from './app.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServeOptions extends AppOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** An address to listen at; `localhost` means both loopback addresses, and nothing outside this machine. */
  readonly host?: string;
}

export interface RunningServer {
  /** Where a browser on this machine finds the app. */
  readonly url: string;
  readonly port: number;
  /** Stops at once, open connections included. */
  close(): Promise<void>;
}

/** Listens; rejects with the system's error (`EADDRINUSE`, `EACCES` …) when that is not possible. */
export async function serve({ port, host = 'localhost', ...options }: ServeOptions): Promise<RunningServer> {
  const listener = getRequestListener(createApp(options).fetch, {
    overrideGlobalObjects: false,
    errorHandler: () => new Response('400 Bad Request', { status: 400, headers: securityHeaders }),
  });
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(stop));
  };
  const open = async (address: string, at: number) => {
    const server = createServer((request, response) => void listener(request, response));
    await listen(server, address, at);
    servers.push(server);
    return portOf(server);
  };
  try {
    const taken = await open(host === 'localhost' ? '127.0.0.1' : host, port);
    // Some machines know localhost as ::1 first, and some have no IPv6 at all.
    if (host === 'localhost') await open('::1', taken).catch(unlessNoIpv6);
    return { url: `http://${nameFor(host)}:${String(taken)}${options.base ?? '/'}`, port: taken, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens at no port');
  return address.port;
}

function nameFor(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function unlessNoIpv6(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') throw error;
}
