import type { Fact } from './fact.js';

interface Account {
  readonly personId: string;
  readonly grants: readonly { readonly role: string; readonly unitId: string | null }[];
  readonly disabledAt: string | null;
}
interface Membership {
  readonly unitId: string;
  readonly from: string;
  readonly to: string | null;
}

const EIGHT_HOURS = 8 * 3_600_000;

/** Who held which office when, as the record of changes in the log tells it (INV-D2, D3). */
export class Offices {
  readonly #accounts = new Map<string, Account>();
  readonly #memberships = new Map<string, readonly Membership[]>();
  readonly #parents = new Map<string, string | null>();

  /** Takes a fact in; answers whether it could have changed who holds what. */
  follow({ type, data }: Fact): boolean {
    if (type !== 'RecordChanged') return false;
    const { record, id, after } = data;
    if (record === 'account' || record === 'grant') this.#accounts.set(id, after);
    if (record === 'person') this.#memberships.set(id, after.memberships);
    if (record === 'unit') this.#parents.set(id, after.parentId ?? null);
    return true;
  }

  /** Why the person could not act so in the unit's matter at that moment; null: he could. */
  objection(
    { actor, at }: Pick<Fact, 'actor' | 'at'>,
    { unitId, departmentId }: { readonly unitId: string; readonly departmentId: string },
  ): string | null {
    const account = this.#accounts.get(actor.accountId);
    if (account === undefined || account.personId !== actor.personId) return 'through an account that is not his';
    if (account.disabledAt !== null) return 'through a closed account';
    const above = this.#above(unitId);
    const holds = account.grants.some(
      ({ role, unitId: over }) =>
        role === actor.role && over !== null && (above.includes(over) || over === departmentId),
    );
    if (!holds) return `as ${actor.role}, which he was not`;
    const bound = [actor.personId, actor.onBehalfOf].find((person) => person && this.#belongs(person, unitId, at));
    return bound ? 'although of the unit' : null;
  }

  /** Persons who act for a unit and review it at once (INV-D3). */
  both(): readonly string[] {
    const grants = [...this.#accounts.values()].flatMap(({ personId, grants: held }) =>
      held.map(({ role, unitId }) => ({ personId, role, unitId: unitId ?? '' })),
    );
    return grants
      .filter(({ role }) => role.startsWith('unit-'))
      .filter((acting) =>
        grants.some(
          ({ personId, role, unitId }) =>
            personId === acting.personId && role.endsWith('-reviewer') && this.#above(acting.unitId).includes(unitId),
        ),
      )
      .map(({ personId }) => personId);
  }

  #above(unitId: string): readonly string[] {
    const parent = this.#parents.get(unitId) ?? null;
    return parent === null ? [unitId] : [unitId, ...this.#above(parent)];
  }

  #belongs(personId: string, unitId: string, at: string): boolean {
    const day = new Date(Date.parse(at) + EIGHT_HOURS).toISOString().slice(0, 10);
    return (this.#memberships.get(personId) ?? []).some(
      ({ unitId: of, from, to }) => of === unitId && from <= day && (to === null || day <= to),
    );
  }
}
