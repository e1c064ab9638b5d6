import { COMMAND_ROLES, type Role, type STAGES_OF } from '#libs/evaluation';
import type { Text } from '#libs/kernel';

/** Who may: anybody without a session, everybody with one, or who holds one of the roles. */
export type Who = 'anybody' | 'everybody' | readonly Role[];

/** Over what a policy reaches, as people read it. What lies outside answers like what does not exist. */
export const OVER = {
  public: { zh: '公开', en: 'public' },
  reference: { zh: '公用资料', en: 'what is the same for everybody' },
  self: { zh: '本人及本人账号', en: 'the person and the account themselves' },
  reach: { zh: '本单位，或所授单位及其下级', en: 'the own unit, or the unit of the grant and those below' },
  trail: {
    zh: '所授单位及其下级的轨迹；审计管理员只见不属于任何单位的轨迹',
    en: 'the trail of the unit of the grant and those below; the audit administrator: what belongs to no unit',
  },
  concerned: { zh: '上级或下级单位的通知', en: 'campaigns of a unit above or below' },
  managed: { zh: '所授单位及其下级的通知', en: 'campaigns of the unit of the grant and those below' },
  division: { zh: '所管区划', en: 'the division that is managed' },
  everything: { zh: '全部', en: 'everything' },
} as const satisfies Record<string, Text>;
export type Over = keyof typeof OVER;

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
