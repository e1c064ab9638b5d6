import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, settings } from '#libs/config';
import { createApi } from '../src/create-api.js';
import { documentOf } from '../src/open-api.js';
import { unconnectedResources } from '../src/resources.js';
import { operationsOf } from './sample-request.spec.js';

describe('What the API says of itself', () => {
  let document: ReturnType<typeof documentOf>;

  beforeAll(async () => {
    const resources = unconnectedResources(settings({ LOG_LEVEL: 'silent' }));
    const app = await createApi(resources);
    document = documentOf(app);
    await app.close();
    await resources.close();
  });

  it('tells of every route what it answers, or that it answers nothing or sends the browser on', () => {
    const silent = operationsOf(document).filter(({ spec: { responses } }) => {
      const { default: _, ...answers } = responses;
      return !Object.entries<{ content?: Record<string, { schema?: object }> }>(answers).some(
        ([status, { content }]) =>
          ['204', '302'].includes(status) || Object.values(content ?? {}).some(({ schema }) => schema !== undefined),
      );
    });
    expect(silent.map(({ operation }) => operation)).toEqual([]);
  });

  it('is what the types of the web interface are made from; `npm run web:api` brings them up to date', () => {
    const made = spawnSync(process.execPath, [join(projectRoot(), 'apps/web/schema.mjs'), '--print'], {
      input: JSON.stringify(document),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(made.stderr).toBe('');
    const committed = readFileSync(join(projectRoot(), 'apps/web/src/api/schema.d.ts'), 'utf8');
    expect(committed === made.stdout).toBe(true);
  });
});
