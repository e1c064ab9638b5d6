import type { Said, Somebody } from './bureau.js';
import type { Fact } from './fact.js';

/** What the API told people was recorded: the log has to hold it afterwards, whatever was killed meanwhile. */
export class Acknowledged {
  readonly #told: { readonly position: number; readonly stream: string; readonly personId: string }[] = [];

  get count(): number {
    return this.#told.length;
  }

  /** An answer to an order in an evaluation; one that was refused, or changed nothing, promises nothing. */
  take(evaluation: string, { personId }: Somebody, { status, body }: Said): void {
    if (status < 200 || status > 299 || !(body?.position >= 0)) return;
    this.#told.push({ position: body.position, stream: `evaluation-${evaluation}`, personId });
  }

  /** What was promised and is not in the log at its place, and what was promised to two, in words. */
  lostIn(log: readonly Fact[]): readonly string[] {
    const promised = new Set<number>();
    return this.#told.flatMap(({ position, stream, personId }) => {
      const fact = log[position];
      const kept = fact?.position === position && fact.stream === stream && fact.actor.personId === personId;
      const twice = promised.has(position);
      promised.add(position);
      return [
        ...(kept ? [] : [`${position} ${stream}: acknowledged to ${personId}, and lost`]),
        ...(twice ? [`${position} ${stream}: acknowledged to two orders`] : []),
      ];
    });
  }
}
