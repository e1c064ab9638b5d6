import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, settings } from '#libs/config';
import { createApi } from '../src/create-api.js';
import { documentOf } from '../src/open-api.js';
import { unconnectedResources } from '../src/resources.js';

describe('The types of the API in the web interface', () => {
  it('say what the API says of itself; `npm run web:api` brings them up to date', async () => {
    const resources = unconnectedResources(settings({ LOG_LEVEL: 'silent' }));
    const app = await createApi(resources);
    const input = JSON.stringify(documentOf(app));
    await app.close();
    await resources.close();
    const made = spawnSync(process.execPath, [join(projectRoot(), 'apps/web/schema.mjs'), '--print'], {
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(made.stderr).toBe('');
    const committed = readFileSync(join(projectRoot(), 'apps/web/src/api/schema.d.ts'), 'utf8');
    expect(committed === made.stdout).toBe(true);
  });
});
