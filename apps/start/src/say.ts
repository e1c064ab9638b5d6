import { Explained } from '#libs/config';

/** One line for people: Chinese first, then English. */
export type Say = (zh: string, en: string) => void;

export const sayOn =
  (stream: NodeJS.WritableStream): Say =>
  (zh, en) =>
    void stream.write(`${zh} / ${en}\n`);

/** Why the system cannot start or go on, and what to do. */
export class Stopped extends Explained {
  override readonly name = 'Stopped';

  constructor(
    readonly zh: string,
    readonly en: string,
    /** The last words of the part that ended, as it wrote them. */
    readonly lastWords?: string,
  ) {
    super([zh, en, lastWords].filter(Boolean).join('\n'));
  }
}
