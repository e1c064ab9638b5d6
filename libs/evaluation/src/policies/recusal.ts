import type { Command } from '#libs/kernel';
import { refusal } from '../refusals.js';
import type { Order, Policy } from './policy.js';

/** 回避: who stepped back from the matter does not come back to it. */
export const reviewerDidNotRecuse: Policy<Command> = ({ by }, { recused }) =>
  recused.includes(by.personId) ? refusal('review.recused') : null;

/** Who steps back takes a pass that stands back first, so that nothing rests on it. */
export const noPassOfHisStands: Policy<Order<'Recuse'>> = ({ by }, { passes }) =>
  passes.some((pass) => pass.by === by.personId) ? refusal('recusal.pass-stands') : null;
