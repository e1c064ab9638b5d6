import type { Command } from '#libs/kernel';
import { refusal } from '../refusals.js';
import { wording } from '../wording.js';
import { excludedBy } from './e4-assigned.js';
import type { Order, Policy } from './policy.js';

const QUESTION = { least: 2, most: 2_000 };
const OPINION = { least: 2, most: 4_000 };
const MOST = 5;

/** 加签: a reviewer asks a person who could review but has no part in this version, and does not ask himself. */
export const expertIsLawful: Policy<Order<'AskExpert'>> = ({ by, data: { candidate } }, state) => {
  const { personId, conflict } = candidate;
  const seated = [...state.seatsTaken.map((seat) => seat.by), ...state.assigned.map((seat) => seat.personId)];
  const reason =
    conflict ??
    excludedBy(state, personId) ??
    (personId === by.personId || seated.includes(personId) ? ('other-seat' as const) : null);
  if (reason !== null) return refusal('assignment.not-lawful', { pointer: '/personId', reason });
  if (state.experts.length >= MOST && !state.experts.some((expert) => expert.personId === personId))
    return refusal('expert.too-many', { most: MOST });
  return null;
};

export const questionIsWorded: Policy<Order<'AskExpert'>> = ({ data }) => wording(data.question, '/question', QUESTION);
export const expertiseIsWorded: Policy<Order<'AnswerAsExpert'>> = ({ data }) =>
  wording(data.opinion, '/opinion', OPINION);

/** Who was not asked has nothing to answer; an answer stands. */
export const expertWasAsked: Policy<Order<'AnswerAsExpert'>> = ({ by }, { experts }) =>
  experts.some(({ personId, answered }) => personId === by.personId && !answered) ? null : refusal('expert.not-asked');

/** A pass waits for every expert who was asked about this version. */
export const expertsHaveAnswered: Policy<Order<'PassFirstReview' | 'PassSecondReview'>> = (_, { experts }) =>
  experts.some(({ answered }) => !answered) ? refusal('expert.has-not-answered') : null;

/** Who was asked about a version advises on it and takes no seat of it. */
export const expertTakesNoSeat: Policy<Command> = ({ by }, { experts }) =>
  experts.some(({ personId }) => personId === by.personId) ? refusal('expert.takes-no-seat') : null;
