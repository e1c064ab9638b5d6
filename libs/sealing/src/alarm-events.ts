import type { Event, Text } from '#libs/kernel';

/** The one stream in which the alarms of sealing stand, so that the trail shows when the log was not under seal. */
export const ALARMS = 'sealing-alarms';

export type SealingAlarmEvent =
  | Event<'SealingAlarmRaised', SealingAlarmRaised>
  | Event<'SealingAlarmEnded', Pick<SealingAlarmRaised, 'code'>>;

/** Sealing stands still, or nothing is published: from when on, and why. */
export interface SealingAlarmRaised {
  /** What the sealer says; `sealer.silent`: it says nothing; `sealing.behind`: what it waits for does not come. */
  readonly code: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly text: Text;
}
