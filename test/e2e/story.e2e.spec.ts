import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '#libs/config';

const run = promisify(execFile);

/** The steps that a README prints: ` 95  403  龙初审：换一个账号做复审，被拒`, in Chinese or in both languages. */
const printedIn = (readme: string) =>
  [
    ...readFileSync(join(projectRoot(), readme), 'utf8').matchAll(
      /^ *(\d+) {2}(\d{3}) {2}([^：\n]+)：(.+?)(?: {2}←.*)?$/gm,
    ),
  ].map(([, n, status, who, what = '']) => ({
    ...{ n: Number(n), status: Number(status), who },
    what: expect.stringMatching(`^${what.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?: · |$)`),
  }));

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
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      expect(printedIn(readme).length).toBeGreaterThan(10);
      for (const { n, ...told } of printedIn(readme))
        expect({ readme, n, ...steps[n - 1] }).toMatchObject({ readme, n, ...told });
    }
  }, 180_000);
});
