import type { Client } from 'pg';

interface Seen {
  readonly id: string;
  readonly stream: string;
  readonly version: number;
}

/** A follower: remembers what it saw and from where it goes on. It never looks back. */
export class Reader {
  readonly seen: Seen[] = [];
  cursor = '-1';

  /** One page; how many events it brought. */
  async read(client: Client): Promise<number> {
    const { rows } = await client.query<Seen & { cursor_after: string }>('select * from design.read($1)', [
      this.cursor,
    ]);
    this.seen.push(...rows);
    this.cursor = rows.at(-1)?.cursor_after ?? this.cursor;
    return rows.length;
  }

  async readToEnd(client: Client): Promise<void> {
    while ((await this.read(client)) > 0);
  }

  /** What is wrong with what was seen, given the ids that are committed. */
  faults(committed: ReadonlySet<string>): readonly string[] {
    const ids = this.seen.map(({ id }) => id);
    const distinct = new Set(ids);
    const missed = [...committed].filter((id) => !distinct.has(id)).length;
    const invented = [...distinct].filter((id) => !committed.has(id)).length;
    const newest = new Map<string, number>();
    let inversions = 0;
    for (const { stream, version } of this.seen) {
      if (version <= (newest.get(stream) ?? 0)) inversions += 1;
      newest.set(stream, Math.max(version, newest.get(stream) ?? 0));
    }
    return [
      ...(missed > 0 ? [`missed ${missed} of ${committed.size}`] : []),
      ...(invented > 0 ? [`saw ${invented} that were rolled back`] : []),
      ...(distinct.size < ids.length ? [`saw ${ids.length - distinct.size} twice`] : []),
      ...(inversions > 0 ? [`${inversions} versions out of order`] : []),
    ];
  }
}
