import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { type EventStore, Handler } from '#libs/event-store';
import { parseScheme, publication, type Scheme, type SchemeCommand, type SchemeEvent } from '#libs/scoring';

const key = (id: string, version: string): string => `${id} v${version}`;

/**
 * The scoring schemes there are: those shipped in `schemes/`, and those that were published into the log. A version that
 * was read once is kept: it cannot change.
 */
export class Schemes {
  readonly #shipped: ReadonlyMap<string, Scheme>;
  readonly #published = new Map<string, Scheme>();
  readonly #publications: Handler<Readonly<Record<string, string>>, SchemeCommand, SchemeEvent>;

  constructor(private readonly store: EventStore) {
    this.#publications = new Handler(store, publication, { prefix: 'scheme' });
    this.#shipped = shipped();
  }

  /** The scheme, or undefined when this version was neither shipped nor published. */
  async find(id: string, version: string): Promise<Scheme | undefined> {
    const known = this.#shipped.get(key(id, version)) ?? this.#published.get(key(id, version));
    if (known !== undefined || !NAME.test(id)) return known;
    await this.#read(id);
    return this.#published.get(key(id, version));
  }

  /** Every version of every scheme that comes with the product, and of the published ones that are named. */
  async list(published: readonly string[]): Promise<readonly Scheme[]> {
    for (const id of published) await this.#read(id);
    return [...this.#shipped.values(), ...this.#published.values()].sort(
      (a, b) => a.file.id.localeCompare(b.file.id) || Number(a.file.version) - Number(b.file.version),
    );
  }

  /** Publishes the scheme in this text; refuses a bad one with its faults, and a version that is known or leaves one out. */
  async publish(
    text: string,
    by: Pick<SchemeCommand, 'by' | 'at'>,
    options: Parameters<Handler<never, never, never>['handle']>[2],
  ) {
    const { file, hash } = parseScheme(text);
    const { id, version } = file;
    const data = { id, version, hash, text, shipped: this.#newestShipped(id) };
    const done = await this.#publications.handle(id, { type: 'PublishScheme', data, ...by }, options);
    return { scheme: { id, version, hash }, ...done };
  }

  #newestShipped(id: string): number {
    return Math.max(
      0,
      ...[...this.#shipped.values()].filter(({ file }) => file.id === id).map(({ file }) => Number(file.version)),
    );
  }

  async #read(id: string): Promise<void> {
    const { events } = await this.store.read<SchemeEvent>(`scheme-${id}`);
    for (const { data } of events) {
      const at = key(data.id, data.version);
      if (!this.#published.has(at)) this.#published.set(at, parseScheme(data.text));
    }
  }
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

function shipped(): ReadonlyMap<string, Scheme> {
  const folder = join(projectRoot(), 'schemes');
  const files = readdirSync(folder).filter((name) => /\.v\d+\.json$/.test(name));
  return new Map(
    files.map((name) => {
      const scheme = parseScheme(readFileSync(join(folder, name), 'utf8'));
      return [key(scheme.file.id, scheme.file.version), scheme];
    }),
  );
}
