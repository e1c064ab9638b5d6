import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { dayOf } from '#libs/calendar';
import {
  type Issued,
  type ReminderCommand,
  type ReminderEvent,
  type Reminders,
  reminding,
  turnOf,
} from '#libs/evaluation';
import { type Appended, EventStore, Handler } from '#libs/event-store';
import { holders } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { Evaluations } from '../evaluation/evaluations.js';
import { actorOf, metadataOf, type Order } from '../http/order.js';

/** Streams `reminder-<evaluation>`: who is read by the log only, and no evaluation gets a new version by it. */
@Injectable()
export class ReminderHandler extends Handler<Reminders, ReminderCommand, ReminderEvent> {
  constructor(store: EventStore) {
    super(store, reminding, { prefix: 'reminder', keep: 500 });
  }
}

/** Who may remind: the one who runs the campaign, and the one in the unit who waits. */
const REMINDING = ['campaign-manager', 'unit-preparer'] as const;
type Reminding = (typeof REMINDING)[number];

/** 催办 by hand. */
@Injectable()
export class RemindersByHand {
  constructor(
    private readonly pool: Pool,
    private readonly evaluations: Evaluations,
    private readonly handler: ReminderHandler,
  ) {}

  /**
   * Reminds those whose turn it is, never the person himself. Refuses when it is nobody's turn or the preparer's own, and as
   * too soon when each of them was reminded of this evaluation within 24 hours.
   */
  async remind(id: string, note: string | undefined, order: Order): Promise<Appended> {
    order.known.command = { type: 'SendReminder', target: `evaluation-${id}` };
    const { state, roles } = await this.evaluations.see(id, order.by);
    const role = REMINDING.find((one) => roles.includes(one));
    if (role === undefined) throw new DomainError('forbidden', 'role.not-allowed', { allowed: REMINDING });
    const actor = actorOf(order, role);
    const step = turnOf(state)?.step ?? 'second-review';
    const persons = await this.#whom(state, role, order);
    const data = { step, persons, ...(note === undefined ? {} : { note }) };
    const command: ReminderCommand = { type: 'SendReminder', data, by: actor, at: order.at };
    return this.handler.handle(id, command, { metadata: metadataOf(order, actor) });
  }

  async #whom(state: Issued, role: Reminding, { by, at }: Order): Promise<readonly string[]> {
    const turn = turnOf(state);
    if (turn === null || turn.role === role) return [];
    const except = [...turn.except, by.personId];
    const { unitId } = state.task;
    return holders(this.pool, { role: turn.role, unitId, except, among: turn.assigned, on: dayOf(at) });
  }
}
