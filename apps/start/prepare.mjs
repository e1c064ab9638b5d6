import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The checkout, wherever we are called from. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What could not be prepared, and what to do. */
export class Unprepared extends Error {
  constructor(zh, en) {
    super(`${zh}\n${en}`);
  }
}

/**
 * `npm ci` when a package of the lockfile is missing or of another version; packages for development may be missing
 * unless they are needed, so a pruned production folder is left as it is.
 */
export async function install({ forDevelopment = !isBuilt() } = {}) {
  if (isInstalled(forDevelopment)) return;
  await alone(async () => {
    if (isInstalled(forDevelopment)) return;
    console.error('正在按 package-lock.json 安装依赖（npm ci）…… / Installing from package-lock.json (npm ci) …');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--no-audit', '--no-fund'];
    const done =
      npm && /\.c?js$/.test(npm)
        ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
        : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    if (done.status !== 0 || !isInstalled(forDevelopment)) {
      throw new Unprepared(
        '依赖没有装好，原因见上。请检查网络和 npm 源后，在项目目录运行 npm ci，再试一次。',
        'The packages could not be installed; the reason stands above. Check the network and the npm registry, run npm ci in the checkout, then try again.',
      );
    }
  });
}

function isInstalled(forDevelopment) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional }]) => {
    if (path === '' || (path in present && present[path].version === version)) return true;
    return !(path in present) && (optional || devOptional || (dev && !forDevelopment));
  });
}

/** Builds what was last built from other sources: the programs with `tsc`, the web interface and the verifier with vite. */
export async function build() {
  if (isBuilt()) return;
  await alone(async () => {
    for (const part of PARTS.filter((one) => !one.isBuilt())) {
      console.error(part.saying);
      const before = part.fingerprint();
      part.clear();
      const done = spawnSync(process.execPath, part.command, { cwd: root, stdio: ['ignore', 2, 2] });
      if (done.status !== 0) {
        throw new Unprepared('编译失败，原因见上。', 'The build failed; the reason stands above.');
      }
      writeFileSync(part.stamp, before);
    }
  });
}

/** Something that is built by itself, into its own place below `dist`. */
class Part {
  constructor({ saying, stamp, files, clear, command }) {
    Object.assign(this, { saying, files, clear, command, stamp: join(root, 'dist', stamp) });
  }

  isBuilt() {
    return existsSync(this.stamp) && readFileSync(this.stamp, 'utf8') === this.fingerprint();
  }

  /** Hash of everything the build reads. Of contents, not of times: a fresh checkout has new times and old contents. */
  fingerprint() {
    const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
    for (const file of this.files())
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0');
    return hash.digest('hex');
  }
}

const dist = join(root, 'dist');
const PARTS = [
  new Part({
    saying: '正在编译…… / Building …',
    stamp: '.built-from',
    files: () => [
      ...['package.json', 'tsconfig.json', 'tsconfig.build.json'],
      ...['apps', 'libs', 'bench'].flatMap((folder) => sources(folder, /(?<!\.spec)\.ts$/, NOT_PROGRAMS)),
    ],
    clear: () => {
      for (const entry of existsSync(dist) ? readdirSync(dist) : [])
        if (!/^(?:web|verify|\.(?:web|verify)-built-from)$/.test(entry))
          rmSync(join(dist, entry), { recursive: true, force: true });
    },
    command: [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
  }),
  new Part({
    saying: '正在编译网页界面…… / Building the web interface …',
    stamp: '.web-built-from',
    files: () => ['package.json', ...sources('apps/web', /(?<!\.spec\.tsx?)$/, /^node_modules$/)],
    clear: () => rmSync(join(dist, 'web'), { recursive: true, force: true }),
    command: [join(root, 'apps/web/build.mjs')],
  }),
  new Part({
    saying: '正在编译离线核验程序…… / Building the offline verifier …',
    stamp: '.verify-built-from',
    files: () => [
      ...['package.json', 'apps/verify/build.mjs'],
      ...['apps/verify/src', 'libs'].flatMap((folder) => sources(folder, /(?<!\.spec)\.ts$/, NOT_PROGRAMS)),
    ],
    clear: () => rmSync(join(dist, 'verify'), { recursive: true, force: true }),
    command: [join(root, 'apps/verify/build.mjs')],
  }),
];

const NOT_PROGRAMS = /^(?:node_modules|peers|web|testing)$/;

function isBuilt() {
  return PARTS.every((part) => part.isBuilt());
}

function sources(folder, wanted, unwantedFolders) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return unwantedFolders.test(entry.name) ? [] : sources(path, wanted, unwantedFolders);
      return wanted.test(entry.name) ? [path] : [];
    });
}

/** Two starts in one checkout must not install or build at the same time: the second waits. */
async function alone(work) {
  const lock = join(tmpdir(), `shuangshen-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`);
  while (!take(lock)) await pause(200);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder && !isAlive(holder)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
