import { connect, createServer, type Server, type Socket } from 'node:net';

/** An address that leads to whichever server is the primary, as a proxy before a cluster does. */
export class Address {
  readonly #sockets = new Set<Socket>();
  #to = 0;

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => {
      const onward = connect(this.#to, '127.0.0.1');
      for (const [one, other] of [
        [socket, onward],
        [onward, socket],
      ] as const) {
        this.#sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
  }

  static async open(): Promise<Address> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Address(server);
  }

  /** A URL that leads through here. */
  through(url: string): string {
    const { port } = this.server.address() as { port: number };
    return Object.assign(new URL(url), { port: `${port}` }).href;
  }

  /** From now on to the server at this port; whoever was connected is cut off. */
  leadTo(port: number): void {
    this.#to = port;
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.leadTo(0);
    await new Promise((resolve) => this.server.close(resolve));
  }
}
