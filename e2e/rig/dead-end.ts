import { createServer } from 'node:http';

/** A proxy that lets nobody through. */
export interface DeadEnd {
  readonly port: number;
  /** The addresses asked for so far; of an encrypted connection only the host is known. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Whatever a browser behind it wants from outside this machine gets nowhere and is noted. */
export async function startDeadEnd(): Promise<DeadEnd> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    requests.push(`https://${request.url ?? ''}`);
    // Whoever was refused may leave at once.
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the dead end listens at no port');
  return {
    port: address.port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
