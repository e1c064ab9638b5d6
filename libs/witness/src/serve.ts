import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Witness } from './witness.js';

/** A checkpoint with its proof and a hundred signatures is smaller. */
const MOST_BYTES = 65_536;

/** The witness over HTTP: `POST /add-checkpoint`, and `GET /` with its key for whoever sets it up. Listens already. */
export async function serveWitness(witness: Witness, at: { host: string; port: number }): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = 'text/plain; charset=utf-8') => {
      response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body);
    };
    const path = request.url?.split('?')[0];
    if (request.method === 'GET' && path === '/') return answer(200, `${witness.verifierKey}\n`);
    if (path !== '/add-checkpoint') return answer(404, 'not found\n');
    if (request.method !== 'POST') return answer(405, 'POST\n');
    bodyOf(request).then(
      (body) => {
        if (body === undefined) return answer(413, `at most ${MOST_BYTES} bytes\n`);
        const { status, body: text, type } = witness.add(body);
        answer(status, text, type);
      },
      () => answer(400, 'the request broke off\n'),
    );
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
  return server;
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    bytes += (piece as Buffer).length;
    if (bytes > MOST_BYTES) return undefined;
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString('utf8');
}
