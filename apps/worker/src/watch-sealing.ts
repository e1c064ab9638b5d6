import type { Pool } from 'pg';
import { type EventStore, uuidV7, VersionConflict } from '#libs/event-store';
import { ALARMS, type SealingAlarmEvent, sealingNow } from '#libs/sealing';

const WATCH = { personId: 'system:sealing', accountId: 'system:sealing', role: 'system', memberOf: [] };

/**
 * Records that sealing stands still, and that it goes on: a sealer has no right to append to the log and, when it died, no
 * voice at all. An alarm counts when two looks in a row find it: after a start the sealer is silent for a moment.
 */
export class WatchSealing {
  #seen: string | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
  ) {}

  /** One look; answers what it recorded: nothing when nothing changed, or when another worker was first. */
  async look(): Promise<SealingAlarmEvent['type'] | undefined> {
    const { alarm } = await sealingNow(this.pool);
    const code = alarm?.code ?? null;
    const seen = this.#seen;
    this.#seen = code;
    if (code !== seen) return undefined;
    const { events, version } = await this.store.read<SealingAlarmEvent>(ALARMS);
    const last = events.at(-1);
    const told = last?.type === 'SealingAlarmRaised' ? last.data.code : null;
    if (code === told) return undefined;
    const event: SealingAlarmEvent = alarm
      ? { type: 'SealingAlarmRaised', data: alarm }
      : { type: 'SealingAlarmEnded', data: { code: told! } };
    try {
      await this.store.append(ALARMS, version, [event], {
        ...{ actor: WATCH, commandId: uuidV7(), correlationId: uuidV7() },
      });
      return event.type;
    } catch (error) {
      if (error instanceof VersionConflict) return undefined;
      throw error;
    }
  }
}
