import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * One PostgreSQL for the whole run. It lives in a process of its own that ends, data and all, with ours: also when we
 * are killed. Workers learn of it through the environment.
 */
export default async function start() {
  const typescript = new URL('./typescript.mjs', import.meta.url).href;
  const program = fileURLToPath(new URL('./cluster.ts', import.meta.url));
  const cluster = spawn(process.execPath, ['--enable-source-maps', '--import', typescript, program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = await Promise.race([
    once(createInterface(cluster.stdout), 'line').then(([text]) => text),
    once(cluster, 'exit').then(() => undefined),
  ]);
  if (!line) throw new Error('the PostgreSQL of the tests did not start; its reason stands above');
  process.env.TEST_CLUSTER = line;
  globalThis.testCluster = cluster;
}
