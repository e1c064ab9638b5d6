import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from './log.js';
import { languageOf } from './messages/language.js';
import { meaningOf, problemOf } from './problem.js';
import { RefusalRecord } from './refusal-record.js';
import { Routes } from './routes.js';

/** The one place where an error becomes HTTP. What people are told never contains anything of our insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly refusals: RefusalRecord,
    private readonly routes: Routes,
    private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    void this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Records the refusal, then answers; never throws. */
  async answer(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    let meaning = meaningOf(error);
    if (meaning.status === 404 && meaning.code === 'request.no-such-route') {
      const methods = this.routes.methodsAt(request.url);
      if (methods.length > 0) {
        meaning = { status: 405, code: 'request.method-not-allowed', details: {} };
        reply.header('allow', methods.join(', '));
      }
    }
    if (meaning.status >= 500) this.log.fault(request.id, error);
    else await this.refusals.record(request, meaning);
    if (reply.sent) return;
    const language = languageOf(request.headers['accept-language']);
    if (meaning.retryAfter !== undefined) reply.header('retry-after', String(meaning.retryAfter));
    void reply
      .status(meaning.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .header('x-request-id', request.id)
      .header('vary', 'accept-language')
      .send(JSON.stringify(problemOf(meaning, language, request.id)));
  }
}
