import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '#libs/testing';
import { query, Starting } from './starting.spec.js';

const INITIALISING = /^initialising-/;

describe('A start that was killed half-way', () => {
  it('leaves nothing that the next start could take for data', async () => {
    const here = new Starting();
    try {
      const killed = here.elsewhere();
      await eventually(() => existsSync(here.dir) && readdirSync(here.dir).some((name) => INITIALISING.test(name)));
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      expect((await here.start()).created).toBe(true);
      expect(readdirSync(here.dir).filter((name) => INITIALISING.test(name))).toEqual([]);
    } finally {
      await here.end();
    }
  });
});

describe('A folder that only we may enter', () => {
  it('keeps the data all the same: beside itself when the server has to run as somebody else', async () => {
    const here = new Starting();
    try {
      chmodSync(here.folder.path, 0o700);
      const first = await here.start();
      await query(first.ownerUrl, 'create table kept as select 42 as n');
      await first.stop();
      const second = await here.start();
      expect(await query(second.ownerUrl, 'select n from kept')).toEqual([[42]]);

      const pointer = join(here.dir, 'LOCATION');
      expect(existsSync(pointer)).toBe(process.getuid?.() === 0);
      const place = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : here.dir;
      await second.stop({ remove: true });
      expect([existsSync(place), existsSync(here.dir)]).toEqual([false, false]);
    } finally {
      await here.end();
    }
  });
});

describe('A folder that is none of ours', () => {
  let here: Starting;

  beforeEach(() => {
    here = new Starting();
  });

  afterEach(() => here.end());

  it('is named when it cannot be written', async () => {
    writeFileSync(join(here.folder.path, 'file'), '');
    expect(await here.refusal({ dir: join(here.folder.path, 'file', 'data') })).toMatchObject({
      code: 'data-folder.unwritable',
      en: expect.stringContaining('DATA_DIR'),
    });
  });

  it('is left as it is when it holds something else', async () => {
    mkdirSync(here.dir);
    writeFileSync(join(here.dir, 'thesis.docx'), 'years of work');
    expect(await here.refusal()).toMatchObject({
      code: 'data-folder.foreign',
      zh: expect.stringContaining('thesis.docx'),
    });
    expect(readdirSync(here.dir)).toEqual(['thesis.docx']);
  });
});

describe('Data that cannot be run', () => {
  const here = new Starting();

  beforeAll(async () => {
    await (await here.start()).stop();
  });

  afterAll(() => here.end());

  /** Puts something else in the place of a file of the data folder while `during` looks. */
  async function instead(
    file: string,
    content: string | Buffer | undefined,
    during: () => Promise<void>,
  ): Promise<void> {
    const path = join(here.dir, file);
    const aside = join(here.folder.path, 'aside');
    renameSync(path, aside);
    if (content !== undefined) writeFileSync(path, content);
    try {
      await during();
    } finally {
      renameSync(aside, path);
    }
  }

  it('are refused when they are incomplete', () =>
    instead('cluster/global/pg_control', undefined, async () => {
      expect(await here.refusal()).toMatchObject({ code: 'data-folder.broken' });
    }));

  it('are refused with the words of PostgreSQL when they are damaged', () =>
    instead('cluster/global/pg_control', Buffer.alloc(8192), async () => {
      expect(await here.refusal()).toMatchObject({ code: 'server.failed', en: expect.stringContaining('server.log') });
    }));

  it('are refused when another version of PostgreSQL made them', () =>
    instead('cluster/PG_VERSION', '15\n', async () => {
      expect(await here.refusal()).toMatchObject({
        code: 'data-folder.other-version',
        en: expect.stringContaining('PostgreSQL 15'),
      });
    }));

  it('are refused when their password is lost, and no new one is drawn', () =>
    instead('owner-password', undefined, async () => {
      expect(await here.refusal()).toMatchObject({ code: 'data-folder.broken' });
      expect(existsSync(join(here.dir, 'owner-password'))).toBe(false);
    }));

  it('run again when what was missing is back', async () => {
    expect(await here.start()).toMatchObject({ created: false });
  });
});
