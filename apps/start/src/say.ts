/** One line for people: Chinese first, then English. */
export type Say = (zh: string, en: string) => void;

export const sayOn =
  (stream: NodeJS.WritableStream): Say =>
  (zh, en) =>
    void stream.write(`${zh} / ${en}\n`);

/** Why the system cannot start or go on, and what to do. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh}\n${en}`);
  }
}
