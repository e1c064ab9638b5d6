import { COMMAND_ROLES, type Role, type STAGES_OF } from '#libs/evaluation';

/** Who may: anybody without a session, everybody with one, or who holds one of the roles. */
export type Who = 'anybody' | 'everybody' | readonly Role[];

/** Over what a policy reaches. What lies outside answers like what does not exist. */
export type Over =
  | 'public'
  /** What is the same for everybody. */
  | 'reference'
  /** The person and the account themselves. */
  | 'self'
  /** The own unit, or the unit of the grant and those below. */
  | 'reach'
  /** The trail of the unit of the grant and those below; for the audit administrator, what belongs to no unit. */
  | 'trail'
  /** Campaigns of a unit above or below. */
  | 'concerned'
  /** Campaigns of the unit of the grant and those below. */
  | 'managed'
  /** The division that is managed. */
  | 'division'
  | 'everything';

/** A command of the decider of evaluations. */
export type Command = keyof typeof STAGES_OF;

/** One line of the table: who may, over what, and what is given by it. */
export interface Policy {
  readonly who: Who;
  readonly over: Over;
  /** The commands it gives to an evaluation: their stages are the states in which it is possible. */
  readonly commands?: readonly Command[];
}

/** A policy that gives commands to an evaluation: its roles are those of the decider, said there and nowhere else (E10). */
export function gives(...commands: readonly Command[]): Policy {
  const who = [...new Set(commands.flatMap((command): readonly Role[] => COMMAND_ROLES[command]))];
  return { who, over: 'reach', commands };
}

/** A policy for holders of roles. */
export const held = (over: Over, ...who: readonly Role[]): Policy => ({ who, over });

/** Whether one of the roles is enough. */
export function permits({ who }: Policy, roles: readonly string[]): boolean {
  if (typeof who === 'string') return true;
  return who.some((role) => roles.includes(role));
}
