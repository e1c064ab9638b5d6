import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';

export interface Cruise {
  readonly violations: readonly {
    readonly from: string;
    readonly to: string;
    readonly rule: { readonly name: string };
  }[];
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly module: string; readonly resolved: string }[];
  }[];
}

/** Judges the folders below `root` by the rules of this checkout. */
export function cruise(root: string, folders: readonly string[]): Cruise {
  const program = join(projectRoot(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(projectRoot(), '.dependency-cruiser.cjs');
  const done = spawnSync(process.execPath, [program, ...folders, '--config', config, '--output-type', 'json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!done.stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no answer: ${done.stderr}`);
  const { summary, modules } = JSON.parse(done.stdout) as {
    summary: Pick<Cruise, 'violations'>;
    modules: Cruise['modules'];
  };
  return { violations: summary.violations, modules };
}
