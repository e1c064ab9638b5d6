// Starts what was built as `npm start` does, in a new folder on a free port, asks whether it is ready, and stops it.
// swc (tests) and tsc (this) disagree on some decorator metadata, so only a real boot proves the build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const probe = createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address();
await new Promise((resolve) => probe.close(resolve));

const folder = mkdtempSync(join(tmpdir(), 'shuangshen-boot-'));
chmodSync(folder, 0o755);
const system = spawn(process.execPath, ['apps/start/run.mjs', 'start'], {
  env: { ...process.env, PORT: String(port), DATA_DIR: folder },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const ended = once(system, 'exit');

const until = performance.now() + 120_000;
let ready = false;
while (!ready && system.exitCode === null && performance.now() < until) {
  await pause(100);
  ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );
}
system.kill('SIGTERM');
const [code] = await ended;
rmSync(folder, { recursive: true, force: true });
console.log(`ready: ${ready}, exit status after SIGTERM: ${code}`);
process.exitCode = ready && code === 0 ? 0 : 1;
