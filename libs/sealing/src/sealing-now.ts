import type { Pool } from 'pg';
import type { Text } from '#libs/kernel';
import type { SealerState } from './sealing.js';

/** How the sealing of the log stands, as anybody may know it. */
export interface SealingNow {
  /** none: nobody ever sealed; silent: the sealer says nothing any more; stopped: it raised an alarm. */
  readonly status: 'sealing' | 'silent' | 'stopped' | 'none';
  /** Entries in the log, and entries under the newest published checkpoint. */
  readonly head: number;
  readonly size: number;
  /** ISO 8601, UTC; null: nothing was published. */
  readonly signedAt: string | null;
  /** Age of the oldest entry that is not sealed. */
  readonly behindSeconds: number;
  readonly origin: string | null;
  readonly keys: readonly string[];
  readonly quorum: number;
  readonly witnesses: readonly {
    readonly name: string;
    readonly key: string;
    readonly size: number | null;
    readonly refusal: string | null;
  }[];
  readonly alarm: { readonly code: string; readonly since: string; readonly text: Text } | null;
}

/** A sealer that has not reported for so long is not there. */
const SILENT_SECONDS = 60;
/** An entry that waits so long for its seal while the sealer is there: the archive, the standby or the disk does not keep up. */
const BEHIND_SECONDS = 600;

interface Row {
  readonly head: number;
  readonly size: number;
  readonly signed_at: Date | null;
  /** When the oldest entry that is not sealed was recorded, and how many seconds ago; null: all are sealed. */
  readonly oldest: Date | null;
  readonly behind: number | null;
  readonly state: SealerState | null;
  readonly reported_at: Date | null;
  readonly silent: boolean;
}

/** How it stands at this moment: what was published, and what the sealer last reported of itself. Changes nothing. */
export async function sealingNow(pool: Pool): Promise<SealingNow> {
  const { rows } = await pool.query<Row>(
    `with sealed as (select size, signed_at from audit.checkpoint order by size desc limit 1)
     select (select coalesce(max(position), -1) + 1 from log.position)::float8 as head,
            coalesce((select size from sealed), 0)::float8 as size, (select signed_at from sealed) as signed_at,
            oldest.at as oldest, greatest(0, extract(epoch from clock_timestamp() - oldest.at))::float8 as behind,
            s.state, s.reported_at, coalesce(s.reported_at < clock_timestamp() - make_interval(secs => $1), false) as silent
       from (values (1)) as one left join audit.sealer_state s on true
       left join lateral (
         select e.recorded_at as at from log.position p join log.event e on e.id = p.event_id
          where p.position = coalesce((select size from sealed), 0)
       ) oldest on true`,
    [SILENT_SECONDS],
  );
  const { head, size, signed_at, oldest, state, reported_at, silent } = rows[0]!;
  const behind = rows[0]!.behind ?? 0;
  const { origin = null, keys = [], quorum = 0, witnesses = [], alarm = null } = state ?? {};
  return {
    ...{ status: state === null ? 'none' : alarm ? 'stopped' : silent ? 'silent' : 'sealing', head, size },
    ...{
      signedAt: signed_at?.toISOString() ?? null,
      behindSeconds: Math.round(behind),
      origin,
      keys,
      quorum,
      witnesses,
    },
    alarm:
      alarm ??
      (silent && reported_at ? silentSince(reported_at) : null) ??
      (state && oldest && behind > BEHIND_SECONDS ? behindSince(oldest) : null),
  };
}

const silentSince = (at: Date) => ({
  code: 'sealer.silent',
  since: at.toISOString(),
  text: {
    zh: '封存进程没有消息，新的事件未被封存',
    en: 'the sealer says nothing any more; new entries are not sealed',
  },
});

const behindSince = (oldest: Date) => ({
  code: 'sealing.behind',
  since: oldest.toISOString(),
  text: {
    zh: '有事件等待封存超过 10 分钟：请检查 WAL 归档、备用库和磁盘',
    en: 'entries have waited for their seal for more than 10 minutes: look at the WAL archive, the standby and the disk',
  },
});
