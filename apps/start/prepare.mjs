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

/** `tsc` when dist was built from other sources; everything the programs need besides is read from the checkout. */
export async function build() {
  if (isBuilt()) return;
  await alone(async () => {
    if (isBuilt()) return;
    console.error('正在编译…… / Building …');
    const before = fingerprint();
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const done = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (done.status !== 0) {
      throw new Unprepared('编译失败，原因见上。', 'The build failed; the reason stands above.');
    }
    writeFileSync(stamp, before);
  });
}

const stamp = join(root, 'dist', '.built-from');

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** Hash of everything the build reads. Of contents, not of times: a fresh checkout has new times and old contents. */
function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  const files = ['package.json', 'tsconfig.json', 'tsconfig.build.json', ...['apps', 'libs', 'bench'].flatMap(sources)];
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function sources(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return /^(?:node_modules|peers|web|testing)$/.test(entry.name) ? [] : sources(path);
      return entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts') ? [path] : [];
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
