import type { Fact } from './fact.js';

interface Account {
  readonly personId: string;
  readonly disabledAt: string | null;
}
/** Days of Shanghai, both included; no last day: still. */
interface Dated {
  readonly unitId: string | null;
  readonly from: string;
  readonly to: string | null;
}
interface Grant extends Dated {
  readonly id: string;
  readonly accountId: string;
  readonly role: string;
}

const EIGHT_HOURS = 8 * 3_600_000;
const GIVING = ['RoleGranted', 'GlassBroken'];
const MOVING = ['PersonRegistered', 'MembershipBegun', 'MembershipEnded', 'MembershipStruck'];

/** Who held which office when, as the record of changes in the log tells it (INV-D2, D3). */
export class Offices {
  readonly #accounts = new Map<string, Account>();
  readonly #grants = new Map<string, Grant>();
  readonly #memberships = new Map<string, readonly Dated[]>();
  readonly #parents = new Map<string, string | null>();

  /** Takes a fact in; answers whether it could have changed who holds what. */
  follow(fact: Fact): boolean {
    const { stream, type, data } = fact;
    if (type === 'RecordChanged') this.#record(data);
    else if (GIVING.includes(type)) this.#grants.set(data.id, data);
    // What is taken back is over at once: the last day in the fact tells on which days it was held.
    else if (type === 'RoleRevoked') this.#grants.delete(data.id);
    else if (MOVING.includes(type)) this.#move(stream.replace(/^person-/, ''), fact);
    else return false;
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
    const over = [...this.#above(unitId), departmentId];
    const holds = [...this.#grants.values()].some(
      (grant) =>
        grant.accountId === actor.accountId &&
        grant.role === actor.role &&
        over.includes(grant.unitId ?? '') &&
        holdsOn(dayOf(at), grant),
    );
    if (!holds) return `as ${actor.role}, which he was not`;
    const bound = [actor.personId, actor.onBehalfOf].find((person) => person && this.#belongs(person, unitId, at));
    return bound ? 'although of the unit' : null;
  }

  /** Persons who act for a unit and review it at once (INV-D3). */
  both(): readonly string[] {
    const grants = [...this.#grants.values()].map((grant) => ({
      ...grant,
      personId: this.#accounts.get(grant.accountId)?.personId,
    }));
    return grants
      .filter(({ role }) => role.startsWith('unit-'))
      .filter((acting) =>
        grants.some(
          (other) =>
            other.personId === acting.personId &&
            other.role.endsWith('-reviewer') &&
            this.#above(acting.unitId ?? '').includes(other.unitId ?? '') &&
            overlap(acting, other),
        ),
      )
      .map(({ personId }) => personId ?? 'nobody');
  }

  // biome-ignore lint/suspicious/noExplicitAny: read as JSON, without the product's own types
  #record({ record, id, after }: any): void {
    if (record === 'account') this.#accounts.set(id, after);
    if (record === 'unit') this.#parents.set(id, after.parentId ?? null);
  }

  #move(person: string, { type, data }: Fact): void {
    const others = (this.#memberships.get(person) ?? []).filter(
      ({ unitId, from }) => unitId !== data.unitId || from !== data.from,
    );
    const kept = (this.#memberships.get(person) ?? []).filter((one) => !others.includes(one));
    if (type === 'PersonRegistered') this.#memberships.set(person, data.memberships);
    if (type === 'MembershipBegun') this.#memberships.set(person, [...others, data]);
    if (type === 'MembershipStruck') this.#memberships.set(person, others);
    if (type === 'MembershipEnded')
      this.#memberships.set(person, [...others, ...kept.map((one) => ({ ...one, to: data.to }))]);
  }

  #above(unitId: string): readonly string[] {
    const parent = this.#parents.get(unitId) ?? null;
    return parent === null ? [unitId] : [unitId, ...this.#above(parent)];
  }

  #belongs(person: string, unitId: string, at: string): boolean {
    return (this.#memberships.get(person) ?? []).some((one) => one.unitId === unitId && holdsOn(dayOf(at), one));
  }
}

const dayOf = (at: string): string => new Date(Date.parse(at) + EIGHT_HOURS).toISOString().slice(0, 10);
const holdsOn = (day: string, { from, to }: Dated): boolean => from <= day && (to === null || day <= to);
const overlap = (one: Dated, other: Dated): boolean =>
  one.from <= (other.to ?? '9999') && other.from <= (one.to ?? '9999');
