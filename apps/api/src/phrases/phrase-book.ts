import { Injectable } from '@nestjs/common';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { Registry } from '#libs/registry';
import { MANAGER } from '../campaign/campaigns.js';
import { Reach } from '../evaluation/reach.js';
import type { Order } from '../http/order.js';
import { Administration, idOf } from '../registry/administration.js';
import type { PhrasesAnswer } from './phrases.dto.js';

const SPEAKING = ['first-reviewer', 'second-reviewer', MANAGER];

/** Phrases of persons, and of units whose managers share them. Each change is in the log. */
@Injectable()
export class PhraseBook {
  constructor(
    private readonly registry: Registry,
    private readonly reach: Reach,
    private readonly administration: Administration,
  ) {}

  async of({ personId, grants }: Identity): Promise<PhrasesAnswer> {
    const held = (roles: readonly string[]) =>
      grants.flatMap(({ role, unitId }) => (unitId !== null && roles.includes(role) ? [unitId] : []));
    return { items: await this.registry.phrases.of(personId, held(SPEAKING), held([MANAGER])) };
  }

  /** Adds one's own, or what a unit shares; refuses (not found) a unit that the person does not manage. */
  async add(given: string, unitId: string | undefined, order: Order): Promise<PhrasesAnswer> {
    order.known.command = { type: 'Change phrase', target: unitId ?? order.by.personId };
    const text = given.trim();
    if ([...text].length < 2) throw tooShort(); // as the database counts, whatever the blanks around it
    if (unitId !== undefined && !(await this.#manages(unitId, order.by))) throw outOfReach();
    const id = idOf(order, 'phrase');
    const owner = unitId === undefined ? { personId: order.by.personId } : { unitId };
    return this.#change(id, { after: { ...owner, text } }, roleOf(order.by, unitId), order, () =>
      this.registry.phrases.add(id, text, owner),
    );
  }

  /** Removes one's own, or what a managed unit shares; any other looks as if there were none. */
  async remove(id: string, order: Order): Promise<PhrasesAnswer> {
    order.known.command = { type: 'Change phrase', target: id };
    const found = await this.registry.phrases.find(id);
    const shared = found?.unitId ?? undefined;
    const own = shared === undefined ? found?.personId === order.by.personId : await this.#manages(shared, order.by);
    const before = {
      ...(shared === undefined ? { personId: order.by.personId } : { unitId: shared }),
      text: found?.text,
    };
    return this.#change(id, { before }, roleOf(order.by, shared), order, async () => {
      if (!own) throw new DomainError('not-found', 'phrase.unknown');
      await this.registry.phrases.remove(id);
      return true;
    });
  }

  #change(
    id: string,
    { before, after }: { readonly before?: object; readonly after?: object },
    role: string,
    order: Order,
    /** Whether it changed anything. */
    change: () => Promise<boolean>,
  ): Promise<PhrasesAnswer> {
    const now = () => this.of(order.by);
    return this.administration.change(
      order,
      { record: 'phrase', id, before, role },
      {
        change: async () => ((await change()) ? now() : undefined),
        now,
        told: () => after ?? null,
      },
    );
  }

  #manages(unitId: string, { grants }: Identity): Promise<boolean> {
    return this.reach.covers(grants, [MANAGER], unitId);
  }
}

/** In which role: a manager shares, a reviewer keeps his own. */
function roleOf({ grants }: Identity, unitId: string | undefined): string {
  const roles = unitId === undefined ? SPEAKING : [MANAGER];
  return grants.find(({ role }) => roles.includes(role))?.role ?? 'none';
}

const outOfReach = () => new DomainError('not-found', 'phrase.out-of-reach', { pointer: '/unitId' });

const tooShort = () =>
  new DomainError('invalid', 'request.invalid', {
    errors: [{ pointer: '/text', code: 'field.isLength', details: { a: 2, b: 500 } }],
  });
