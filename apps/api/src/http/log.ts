import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { destination, type Logger, pino } from 'pino';
import { knownOf, routeOf } from './request.js';

/** What the API writes down: one line for each request, and faults. No bodies, no queries, no cookies. */
@Injectable()
export class Log {
  readonly #pino: Logger;
  readonly #flush: () => void;
  readonly #requests: boolean;

  constructor(level: string) {
    // Written in blocks: a line for each request would otherwise cost a system call each.
    const out = destination({ fd: 1, sync: false, minLength: 8_192, periodicFlush: 500 });
    this.#pino = pino({ level, base: { program: 'api' }, timestamp: pino.stdTimeFunctions.isoTime }, out);
    this.#flush = () => out.flushSync();
    this.#requests = this.#pino.isLevelEnabled('info');
  }

  request(request: FastifyRequest, reply: FastifyReply): void {
    if (!this.#requests) return;
    this.#pino.info({
      req: request.id,
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      account: knownOf(request).session?.identity.accountId,
    });
  }

  fault(requestId: string, error: unknown): void {
    this.#pino.error({ req: requestId, err: error }, 'fault');
  }

  say(message: string): void {
    this.#pino.info(message);
  }

  warn(message: string): void {
    this.#pino.warn(message);
  }

  /** What is still in memory, before the process ends. */
  flush(): void {
    try {
      this.#flush();
    } catch {}
  }
}
