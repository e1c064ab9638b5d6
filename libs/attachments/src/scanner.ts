import { createReadStream } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { DomainError } from '#libs/kernel';

const PATIENCE = 30_000;

/**
 * Asks ClamAV about a file (clamd's INSTREAM). Refuses what it finds; and where it does not answer, or not clearly, refuses too:
 * a scanner that was asked for and is away must not let anything through.
 */
export async function scan(path: string, scanner: string): Promise<void> {
  const answer = await ask(path, new URL(scanner)).catch(() => '');
  if (/^stream: OK\0?$/.test(answer)) return;
  if (/ FOUND\0?$/.test(answer)) throw new DomainError('invalid', 'attachment.malware');
  throw new DomainError('conflict', 'attachment.scanner-away');
}

async function ask(path: string, { hostname, port }: URL): Promise<string> {
  const socket = createConnection({ host: hostname, port: Number(port || 3310) });
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error('clamd does not answer')));
  const answer = read(socket);
  answer.catch(() => undefined); // it is heard below, also when sending fails first
  try {
    socket.write('zINSTREAM\0');
    for await (const piece of createReadStream(path)) await send(socket, framed(piece as Buffer));
    await send(socket, Buffer.alloc(4));
    return await answer;
  } finally {
    socket.destroy();
  }
}

/** A piece is told with its length before it. */
function framed(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return Buffer.concat([length, piece]);
}

function send(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));
}

async function read(socket: Socket): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of socket) {
    pieces.push(piece as Buffer);
    if (Buffer.concat(pieces).includes(0)) break;
  }
  return Buffer.concat(pieces).toString();
}
