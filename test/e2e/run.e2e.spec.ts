import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { environment, projectRoot } from '#libs/config';
import { temporaryFolder } from '#libs/testing';

/**
 * A checkout in small: our scripts, one program, and a package "typescript" in the checkout itself whose tsc copies.
 * npm installs it without a network.
 */
const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'shuangshen',
    version: '1.0.0',
    type: 'module',
    devDependencies: { typescript: 'file:vendor/typescript' },
  }),
  'package-lock.json': JSON.stringify({
    name: 'shuangshen',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'shuangshen', version: '1.0.0', devDependencies: { typescript: 'file:vendor/typescript' } },
      'node_modules/typescript': { resolved: 'vendor/typescript', link: true },
      'vendor/typescript': { version: '6.0.0', dev: true },
    },
  }),
  'tsconfig.json': '{}',
  'tsconfig.build.json': '{}',
  'vendor/typescript/package.json': JSON.stringify({ name: 'typescript', version: '6.0.0' }),
  'vendor/typescript/bin/tsc': `
    const { cpSync } = require('node:fs');
    cpSync('apps/api/src/main.ts', 'dist/apps/api/src/main.js');`,
  'apps/web/build.mjs': `
    import { mkdirSync, writeFileSync } from 'node:fs';
    mkdirSync('dist/web', { recursive: true });
    writeFileSync('dist/web/index.html', '');`,
  'apps/verify/build.mjs': `
    import { mkdirSync, writeFileSync } from 'node:fs';
    mkdirSync('dist/verify', { recursive: true });
    writeFileSync('dist/verify/shuangshen-verify.mjs', '');`,
  'apps/api/src/main.ts': `
    console.log(JSON.stringify({ args: process.argv.slice(2) }));
    process.exitCode = Number(process.argv[2]);`,
};

let folder: ReturnType<typeof temporaryFolder>;
const at = (file: string): string => join(folder.path, 'checkout', file);

beforeEach(() => {
  folder = temporaryFolder();
  for (const [file, text] of Object.entries(FILES)) write(file, text);
  for (const script of ['run.mjs', 'targets.mjs', 'prepare.mjs']) {
    mkdirSync(dirname(at(`apps/start/${script}`)), { recursive: true });
    copyFileSync(join(projectRoot(), 'apps/start', script), at(`apps/start/${script}`));
  }
});

afterEach(() => folder.remove());

function write(file: string, text: string): void {
  mkdirSync(dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
}

/** Runs a target from a folder that is not the checkout. */
function run(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [at('apps/start/run.mjs'), ...args], {
    cwd: folder.path,
    encoding: 'utf8',
    env: { ...environment() },
  });
}

describe('The script behind every npm script', () => {
  it('installs and builds what a fresh clone lacks, then runs the target with its arguments and its exit status', () => {
    const first = run('api', '7', '--flag');
    expect(first.stderr).toMatch(/Installing[\s\S]*Building/);
    expect(first).toMatchObject({ status: 7, stdout: '{"args":["7","--flag"]}\n' });
  });

  it('does neither when nothing is missing', () => {
    run('build');
    expect(run('api', '0')).toMatchObject({ status: 0, stderr: '' });
  });

  it('builds again when a source has changed or gone, and leaves nothing of the old build', () => {
    run('build');
    write('dist/apps/api/src/gone.js', '');
    appendFileSync(at('apps/api/src/main.ts'), '// changed');
    expect(run('api', '0').stderr).toMatch(/Building/);
    expect(existsSync(at('dist/apps/api/src/gone.js'))).toBe(false);
  });

  it('does not build again because of a spec', () => {
    run('build');
    write('apps/api/src/main.unit.spec.ts', '');
    expect(run('api', '0').stderr).toBe('');
  });

  it('runs a built checkout that was pruned of what only development needs', () => {
    run('build');
    write('node_modules/.package-lock.json', JSON.stringify({ packages: {} }));
    rmSync(at('node_modules/typescript'));
    const lock = JSON.parse(FILES['package-lock.json'] as string) as { packages: Record<string, object> };
    lock.packages['node_modules/typescript'] = { version: '6.0.0', dev: true };
    write('package-lock.json', JSON.stringify(lock));
    expect(run('api', '0')).toMatchObject({ status: 0, stderr: '' });
  });

  it('says what to do when the packages cannot be installed', () => {
    write('package-lock.json', JSON.stringify({ packages: { 'node_modules/elsewhere': { version: '1.0.0' } } }));
    const { status, stderr } = run('api');
    expect(status).toBe(1);
    expect(stderr).toMatch(/依赖没有装好[\s\S]*run npm ci in the checkout/);
  });

  it('stops at a build that fails, and tries again the next time', () => {
    write('vendor/typescript/bin/tsc', 'process.exit(2)');
    for (const attempt of [run('api'), run('api')]) {
      expect(attempt.status).toBe(1);
      expect(attempt.stderr).toMatch(/Building[\s\S]*The build failed/);
    }
  });

  it('knows its targets', () => {
    expect(run('fly')).toMatchObject({ status: 1, stderr: '没有名为 fly 的目标。\nThere is no target fly.\n' });
  });

  it('names the Node it needs to one that is too old', () => {
    const old = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.4" } })';
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(old)}`, at('apps/start/run.mjs'), 'start'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/20\.19[\s\S]*this is 18\.20\.4: install 22 or 24/);
  });
});
