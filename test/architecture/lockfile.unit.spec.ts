import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(projectRoot(), file), 'utf8'));
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const manifest = read('package.json') as Record<string, Record<string, string> | undefined>;
const REGISTRY = 'https://registry.npmjs.org/';
const installed = Object.entries(packages).filter(([path]) => path !== '');

describe('package-lock.json', () => {
  it('names the packages of every platform, or npm ci refuses it where they are wanted', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('takes everything from the npm registry', () => {
    expect(installed.filter(([, { resolved = REGISTRY }]) => !resolved.startsWith(REGISTRY))).toEqual([]);
  });

  it('knows the contents of all that is not for one platform alone', () => {
    expect(
      installed.filter(([, { integrity, optional, os }]) => !integrity && !(optional && os)).map(([path]) => path),
    ).toEqual([]);
  });

  it.each(['dependencies', 'devDependencies', 'optionalDependencies'])('has the very versions of %s', (kind) => {
    const wanted = Object.entries(manifest[kind] ?? {});
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version))).toEqual([]);
    expect(wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });
});
