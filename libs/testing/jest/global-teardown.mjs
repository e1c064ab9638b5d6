import { once } from 'node:events';

export default async function stop() {
  const cluster = globalThis.testCluster;
  if (!cluster || cluster.exitCode !== null) return;
  const ended = once(cluster, 'exit');
  cluster.stdin.end();
  await ended;
}
