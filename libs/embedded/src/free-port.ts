import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody listens on now; whoever uses it must still cope with losing a race for it. */
export async function freePort(): Promise<number> {
  return await listenBriefly(0, '127.0.0.1');
}

/** Whether something listens on this port already. */
export async function isPortBusy(port: number, host: string): Promise<boolean> {
  return await listenBriefly(port, host).then(
    () => false,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') return true;
      throw error;
    },
  );
}

async function listenBriefly(port: number, host: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
