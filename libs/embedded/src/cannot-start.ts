import { Explained } from '#libs/config';

export type StartObstacle =
  | 'platform.no-binaries'
  | 'platform.only-root'
  | 'data-folder.unwritable'
  | 'data-folder.foreign'
  | 'data-folder.other-version'
  | 'data-folder.broken'
  | 'data-folder.in-use'
  | 'port.busy'
  | 'server.failed';

/** Why PostgreSQL cannot be started here, and what the person can do about it, in one sentence of each language. */
export class CannotStart extends Explained {
  override readonly name = 'CannotStart';

  constructor(
    readonly code: StartObstacle,
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh}\n${en}`);
  }
}
