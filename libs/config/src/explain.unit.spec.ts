import { Explained, explain } from './explain.js';

const failed = (code: string, message = 'as Node says it') => Object.assign(new Error(message), { code });

describe('What a program says before it gives up', () => {
  it.each([
    ['a server that does not answer', failed('ECONNREFUSED'), '没有应答', 'does not answer'],
    ['one that is just starting', failed('57P03'), '没有应答', 'does not answer'],
    [
      'a connection that takes too long',
      new Error('timeout exceeded when trying to connect'),
      '没有应答',
      'not answer',
    ],
    ['a name that nobody knows', failed('ENOTFOUND'), '找不到这台主机', 'host of the database is not found'],
    ['a resolver that is away', failed('EAI_AGAIN'), '域名解析', 'looks names up'],
    ['a wrong password', failed('28P01'), '用户名或口令', 'user and password'],
    ['a database that is not there', failed('3D000'), '没有这个数据库', 'no such database'],
    ['a port that is taken', failed('EADDRINUSE'), '端口已被其他程序占用', 'Another program uses the port'],
  ])('tells of %s what to do, Chinese first', (_, error, zh, en) => {
    const [first, second, ...more] = String(explain(error)).split('\n');
    expect(first).toContain(zh);
    expect(second).toContain(en);
    expect(more).toEqual([]);
  });

  it('looks into a host of several addresses, none of which answered', () => {
    expect(explain(new AggregateError([failed('ECONNREFUSED'), failed('ENETUNREACH')]))).toContain('没有应答');
  });

  it('repeats no URL that cannot be read', () => {
    let said: unknown;
    try {
      new URL('postgres://app:hunter2@[db');
    } catch (error) {
      said = explain(error);
    }
    expect(said).toMatch(/无法解析[\s\S]*cannot be read/);
    expect(said).not.toContain('hunter2');
  });

  it('repeats what was meant for people, and gives the usage to a mistyped option', () => {
    expect(explain(new Explained('请……\nplease …'))).toBe('请……\nplease …');
    const mistyped = failed('ERR_PARSE_ARGS_UNKNOWN_OPTION', "Unknown option '--kep'");
    expect(explain(mistyped, 'npm run …')).toBe("Unknown option '--kep'\n\nnpm run …");
  });

  it('hides nothing that nobody has foreseen', () => {
    for (const error of [new Error('unforeseen'), failed('XX000'), new AggregateError([]), 'thrown'])
      expect(explain(error, 'npm run …')).toBe(error);
  });
});
