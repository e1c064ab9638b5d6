import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { Over } from '#libs/authorization';
import { operationOf, policyOfRoute } from './access.js';
import { AuditorRecord, audits } from './auditor-record.js';
import { knownOf } from './request.js';

/** What holds evidence; one's own affairs and what is the same for everybody are no audit. */
const EVIDENCE: readonly Over[] = ['reach', 'trail', 'concerned', 'managed', 'division'];

/** Every reading of an auditor is told to the log before it is answered; an export tells itself before it begins. */
@Injectable()
export class AuditorInterceptor implements NestInterceptor {
  constructor(private readonly record: AuditorRecord) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const handler = context.getHandler();
    const policy = policyOfRoute(handler);
    const audited =
      request.method === 'GET' &&
      policy !== undefined &&
      EVIDENCE.includes(policy.over) &&
      audits(knownOf(request).session?.identity);
    if (!audited) return next.handle();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.record.read(request, operationOf(handler)!);
        return answer;
      }),
    );
  }
}
