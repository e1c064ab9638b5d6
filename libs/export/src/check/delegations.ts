import type { DelegationGranted } from '#libs/evaluation';
import type { Read } from './envelope.js';

const EIGHT_HOURS = 8 * 3_600_000;

/** Who handed his seats over to whom, as the log told it so far (代理, E9). */
export class Delegations {
  readonly #granted = new Map<string, DelegationGranted>();

  /** Takes a fact in that grants or ends a delegation; passes over all others. */
  follow({ envelope: { type }, data }: Read): void {
    if (data === null) return;
    const { id } = data as { readonly id: string };
    if (type === 'DelegationGranted') this.#granted.set(id, data as DelegationGranted);
    if (type === 'DelegationEnded') this.#granted.delete(id);
  }

  /** Who had delegated to the person on the day, in China, of a moment. Of which units they were the log does not tell. */
  behind(person: string, at: string): readonly { readonly personId: string; readonly memberOf: readonly string[] }[] {
    const day = new Date(Date.parse(at) + EIGHT_HOURS).toISOString().slice(0, 10);
    return [...this.#granted.values()]
      .filter(({ delegate, from, until }) => delegate === person && from <= day && day <= until)
      .map(({ delegator }) => ({ personId: delegator, memberOf: [] }));
  }
}
