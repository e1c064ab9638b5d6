import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  COMMAND_ROLES,
  type EvaluationCommand,
  type Issued,
  RETURN_ROLES,
  representedIn,
  type TaskIssued,
} from '#libs/evaluation';
import { type Appended, VersionConflict } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { type Actor, DomainError } from '#libs/kernel';
import { actorOf, metadataOf, type Order } from '../http/order.js';
import { EvaluationHandler } from './evaluation-streams.js';
import { HandleEvaluation } from './handle-evaluation.js';
import { Reach } from './reach.js';

/** A command without who gives it and when. */
export type Wish = { [C in EvaluationCommand as C['type']]: Pick<C, 'type' | 'data'> }[EvaluationCommand['type']];

/** An evaluation as somebody within reach sees it. */
export interface Seen {
  readonly state: Issued;
  readonly streamVersion: number;
  /** The roles the person holds over it. */
  readonly roles: readonly string[];
}

const REMEMBERED = 20_000;

/** Evaluations, for those within whose reach they are; to everybody else they do not exist. */
@Injectable()
export class Evaluations {
  /** Tasks never change once they are issued. */
  readonly #tasks = new Map<string, TaskIssued>();
  /** A version each stream has certainly reached. */
  readonly #newest = new Map<string, number>();

  constructor(
    private readonly bus: CommandBus,
    private readonly handler: EvaluationHandler,
    private readonly reach: Reach,
  ) {}

  /** The evaluation now. Refuses (not found) one that is not within the person's reach. */
  async see(id: string, identity: Identity): Promise<Seen> {
    const { state, version } = await this.handler.load(id);
    if (state.stage === 'NEW') throw notFound();
    this.#remember(id, state.task);
    const roles = await this.reach.rolesOver(state.task, identity);
    if (roles.length === 0) throw notFound();
    return { state, streamVersion: version, roles };
  }

  /**
   * Gives the order in the role that it needs and the person holds here. The evaluation must be at the version that was
   * seen; edits of the draft are merged by the decider instead, field by field.
   */
  async give(id: string, wish: Wish, order: Order, seen: number): Promise<Appended> {
    order.known.command = { type: wish.type, target: `evaluation-${id}` };
    const task = this.#tasks.get(id) ?? (await this.see(id, order.by)).state.task;
    const held = await this.reach.rolesOver(task, order.by);
    if (held.length === 0) throw notFound();
    const actor = await this.#actorFor(id, wish, order, held);
    const merges = wish.type === 'EditDraft';
    if (merges) await this.#refuseFutureVersion(id, seen);
    const command = { ...wish, by: actor, at: order.at } as EvaluationCommand;
    const done = await this.bus.execute(
      new HandleEvaluation(id, command, metadataOf(order, actor), merges ? undefined : seen),
    );
    this.#reached(id, done.version);
    return done;
  }

  /** The person in the role that the command needs, and for whom he acts where a seat was delegated to him. */
  async #actorFor(id: string, wish: Wish, order: Order, held: readonly string[]): Promise<Actor> {
    const actor = actorOf(order, await this.#roleFor(id, wish, held));
    if (order.by.delegators.length === 0) return actor;
    const { state } = await this.handler.load(id);
    const onBehalfOf = state.stage === 'NEW' ? undefined : representedIn(state, wish, actor);
    return onBehalfOf === undefined ? actor : { ...actor, onBehalfOf };
  }

  /** An edit that names a version which never was is a mistake, not a merge. */
  async #refuseFutureVersion(id: string, seen: number): Promise<void> {
    if (seen <= (this.#newest.get(id) ?? -1)) return;
    const { version } = await this.handler.load(id);
    this.#reached(id, version);
    if (seen > version) throw new VersionConflict(`evaluation-${id}`, seen, version);
  }

  async #roleFor(id: string, wish: Wish, held: readonly string[]): Promise<string> {
    const needed: readonly string[] = COMMAND_ROLES[wish.type];
    const fitting = held.filter((role) => needed.includes(role));
    if (fitting.length === 0) throw new DomainError('forbidden', 'role.not-allowed', { allowed: needed });
    if (wish.type !== 'Return' || fitting.length === 1) return fitting[0]!;
    const { state } = await this.handler.load(id);
    return returningRole(state.stage, fitting);
  }

  #reached(id: string, version: number): void {
    if (this.#newest.size >= REMEMBERED) this.#newest.clear();
    this.#newest.set(id, Math.max(version, this.#newest.get(id) ?? 0));
  }

  #remember(id: string, task: TaskIssued): void {
    if (this.#tasks.size >= REMEMBERED) this.#tasks.clear();
    this.#tasks.set(id, task);
  }
}

/** Of the roles that may return, the one whose turn it is at the stage; otherwise any, and the decider refuses it. */
export function returningRole(stage: string, roles: readonly string[]): string {
  const turn: readonly string[] = Object.hasOwn(RETURN_ROLES, stage)
    ? RETURN_ROLES[stage as keyof typeof RETURN_ROLES]
    : [];
  return roles.find((role) => turn.includes(role)) ?? roles[0] ?? 'none';
}

const notFound = (): DomainError => new DomainError('not-found', 'evaluation.not-found');
