import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, install, root, Unprepared } from './prepare.mjs';

/** Built programs by the name of their npm script. */
const PROGRAMS = {
  start: 'apps/start/src/main.js',
  migrate: 'apps/start/src/migrate.js',
  backup: 'apps/start/src/back-up.js',
  story: 'apps/story/src/main.js',
  api: 'apps/api/src/main.js',
  describe: 'apps/api/src/describe.js',
  worker: 'apps/worker/src/main.js',
  sealer: 'apps/sealer/src/main.js',
  'rotate-key': 'apps/sealer/src/rotate-key.js',
  witness: 'apps/witness/src/main.js',
  rebuild: 'apps/worker/src/rebuild.js',
  redrive: 'apps/worker/src/redrive.js',
  export: 'apps/verify/src/export.js',
  verify: 'apps/verify/src/main.js',
  'check-control': 'apps/verify/src/check-control.js',
  soak: 'bench/soak.js',
};

/** Runs one target; what it cannot prepare it explains in a line of each language, with exit status 1. */
export async function run([target, ...rest]) {
  try {
    if (target === 'build') return await built();
    if (target === 'test') return await test(rest);
    const [program, args] = target === 'bench' ? [`bench/${rest[0]}.js`, rest.slice(1)] : [PROGRAMS[target], rest];
    if (!program) throw new Unprepared(`没有名为 ${target} 的目标。`, `There is no target ${target}.`);
    await built();
    const file = join(root, 'dist', program);
    if (!existsSync(file)) throw new Unprepared(`没有可运行的 ${program}。`, `There is nothing to run at ${program}.`);
    process.setSourceMapsEnabled(true);
    process.argv = [process.execPath, file, ...args];
    await import(pathToFileURL(file).href);
  } catch (error) {
    const mistyped = String(error?.code).startsWith('ERR_PARSE_ARGS');
    const told = mistyped ? `${error.message}\n用法见 --help / --help tells the usage` : error;
    console.error(error instanceof Unprepared ? error.message : told);
    process.exitCode = 1;
  }
}

async function built() {
  await install();
  await build();
}

/** jest over all projects, from the sources; arguments go through. A process of its own: the flags are node's. */
async function test(args) {
  await install({ forDevelopment: true });
  // Every file of tests loads its modules anew: most of the garbage is young, and collected more cheaply in larger pieces.
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'];
  const jest = spawn(process.execPath, [...flags, join(root, 'node_modules/jest/bin/jest.js'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => jest.kill(signal));
  const [code, signal] = await new Promise((resolve) => jest.once('exit', (...how) => resolve(how)));
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
}
