import type { Event } from '#libs/kernel';

/** The one stream in which it is told that the data were copied. */
export const BACKUPS = 'backup-copies';

export type BackupEvent = Event<'BackupMade', BackupMade>;

/** A copy of everything was made while the system ran. Where it lies is the operator's business, and not told. */
export interface BackupMade {
  /** Name of the folder, without its path. */
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** Position of the newest event that is surely in it. */
  readonly position: number;
}
