import { NotFoundException } from '@nestjs/common';
import { IdempotencyMismatch, UnknownOutcome, VersionConflict } from '#libs/event-store';
import { DomainError } from '#libs/kernel';
import { meaningOf, problemOf } from './problem.js';
import { LogInFailed, NotLoggedIn, PreconditionMissing } from './refusals.js';

/** An error as `pg` throws it. */
const sqlState = (code: string): Error => Object.assign(new Error('as pg says'), { code });

describe('What an error means to whoever asked', () => {
  it.each<[string, unknown, number, string]>([
    ['a form that is wrong', new DomainError('invalid', 'x.y'), 400, 'x.y'],
    ['nobody logged in', new NotLoggedIn(), 401, 'session.required'],
    ['a wrong password', new LogInFailed(0), 401, 'session.log-in-failed'],
    ['a guesser', new LogInFailed(7), 429, 'session.too-many-attempts'],
    ['a rule', new DomainError('forbidden', 'x.y'), 403, 'x.y'],
    ['what is not there', new DomainError('not-found', 'x.y'), 404, 'x.y'],
    ['an address that is not there', new NotFoundException(), 404, 'request.no-such-route'],
    ['the wrong time', new DomainError('conflict', 'x.y'), 409, 'x.y'],
    ['an old page', new DomainError('stale', 'x.y'), 412, 'x.y'],
    ['the loser of a race', new VersionConflict('evaluation-1', 1, 2), 412, 'request.stale'],
    ['a reused key', new IdempotencyMismatch('key'), 422, 'request.idempotency-key-reused'],
    ['no version', new PreconditionMissing(), 428, 'request.if-match-missing'],
    ['an outcome that is not known', new UnknownOutcome('id', new Error()), 503, 'request.unknown-outcome'],
    ['a database that is away', Object.assign(new Error(), { code: 'ECONNREFUSED' }), 503, 'service.unavailable'],
    ['a database that stops', sqlState('57P01'), 503, 'service.unavailable'],
    ['a statement that takes too long', sqlState('57014'), 503, 'service.unavailable'],
    ['a lock that takes too long', sqlState('55P03'), 503, 'service.unavailable'],
    ['too many connections', sqlState('53300'), 503, 'service.unavailable'],
    ['a pool that is used up', new Error('timeout exceeded when trying to connect'), 503, 'service.unavailable'],
    [
      'the same, wrapped by TypeORM',
      Object.assign(new Error(), { driverError: sqlState('57P01') }),
      503,
      'service.unavailable',
    ],
    ['a mistake in our SQL', sqlState('42703'), 500, 'service.fault'],
    ['a mistake of ours', new TypeError('undefined is not a function'), 500, 'service.fault'],
    ['what nobody should throw', 'text', 500, 'service.fault'],
  ])('%s', (_, error, status, code) => {
    expect(meaningOf(error)).toMatchObject({ status, code });
  });

  it('says when to try again, where that helps', () => {
    expect(meaningOf(new LogInFailed(7)).retryAfter).toBe(7);
    expect(meaningOf(sqlState('57P01')).retryAfter).toBe(2);
    expect(meaningOf(new DomainError('conflict', 'x.y')).retryAfter).toBeUndefined();
  });

  it('tells nothing of our insides', () => {
    const fault = problemOf(meaningOf(sqlState('42703')), 'en', 'r1');
    expect(fault).toEqual({
      type: 'urn:shuangshen:problem:service.fault',
      title: 'A fault of ours',
      status: 500,
      code: 'service.fault',
      detail: 'A fault of ours; it has been recorded.',
      requestId: 'r1',
    });
    const refused = new DomainError('forbidden', 'review.roles-swapped', {
      rule: 'E2',
      onBehalfOf: 'somebody',
      sql: 'select',
    });
    expect(Object.keys(problemOf(meaningOf(refused), 'zh-CN', 'r1')).sort()).toEqual(
      ['code', 'detail', 'requestId', 'rule', 'status', 'title', 'type'].sort(),
    );
  });
});
