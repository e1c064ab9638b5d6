import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

/** A mail server of the test's own, which keeps what it is given. */
export class PostOffice {
  readonly letters: Received[] = [];
  /** How many letters it refuses before it takes one. */
  refusing = 0;
  readonly #server: SMTPServer;

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        void simpleParser(stream).then((mail) => {
          if (this.refusing > 0) {
            this.refusing -= 1;
            done(Object.assign(new Error('try again later'), { responseCode: 451 }));
            return;
          }
          this.letters.push({
            to: session.envelope.rcptTo.map(({ address }) => address).join(),
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            messageId: mail.messageId ?? '',
          });
          done();
        }, done);
      },
    });
    this.#server.on('error', () => undefined);
  }

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server.server, 'listening');
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** A receiver of webhooks, which keeps what it accepted. */
export class Receiver {
  readonly accepted: { readonly headers: IncomingHttpHeaders; readonly body: string; readonly url: string }[] = [];
  asked = 0;
  /** How often it answers 500 before it accepts. */
  failing = 0;
  answer = '{"errcode":0}';
  readonly #server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.asked += 1;
    if (this.asked <= this.failing) {
      response.writeHead(500).end();
      return;
    }
    this.accepted.push({
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
      url: request.url ?? '',
    });
    response.end(this.answer);
  });

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
