import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '#libs/config';

const run = promisify(execFile);

describe('The story of one self-evaluation', () => {
  it('goes as told, from an empty folder to a decision by two persons and its trail', async () => {
    const { stdout } = await run(process.execPath, [join(projectRoot(), 'apps/start/run.mjs'), 'story', '--json'], {
      maxBuffer: 10_000_000,
    });
    const { asTold, steps } = JSON.parse(stdout.slice(stdout.indexOf('{\n')));
    expect(asTold).toBe(true);
    expect(steps).toContainEqual(
      expect.objectContaining({ status: 403, code: 'review.needs-another-person', rule: 'E1' }),
    );
    expect(steps.at(-1)).toMatchObject({ who: '黄审计', status: 200 });
  }, 180_000);
});
