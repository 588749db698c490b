import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { startElsewhere } from './fixtures/elsewhere.ts';
import { connectToAddresses } from './node-hop.ts';

it.each(['http://127.0.0.1/', 'http://[::1]/', 'http://[::ffff:10.0.0.1]/', 'http://2130706433/'])(
  'an address without a name is checked too, though nobody resolves it: %s',
  async (address) => {
    const elsewhere = await startElsewhere({});
    const request = elsewhere.hop(new URL(address), { headers: {}, signal: AbortSignal.timeout(5_000) });
    await expect(request).rejects.toMatchObject({ reason: 'not-allowed' });
    expect(elsewhere.connections).toEqual([]);
  },
);

it('connects to the addresses it was given, whatever the name would resolve to now, and to the next if one fails', async () => {
  const server = createServer();
  const port = await listen(server, '127.0.0.1');
  const addresses = [
    { address: '::1', family: 6 },
    { address: '127.0.0.1', family: 4 },
  ];
  const socket = await connect(addresses, port);
  expect(socket.remoteAddress).toBe('127.0.0.1');
  socket.destroy();
  server.close();
});

it('fails when none of them answers', async () => {
  const server = createServer();
  const port = await listen(server, '127.0.0.1');
  await new Promise((closed) => server.close(closed));
  await expect(connect([{ address: '127.0.0.1', family: 4 }], port)).rejects.toThrow('ECONNREFUSED');
});

function connect(addresses: { address: string; family: number }[], port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const options = { hostname: 'askund.invalid', protocol: 'http:', port: String(port) };
    connectToAddresses(addresses)(options, (error, socket) => {
      if (error === null) resolve(socket);
      else reject(error);
    });
  });
}

function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
}
