import type { Session } from '../api/answers.js';

/** Where somebody has to go before the pages behind the log-in open; undefined: they are open. */
const GATES: Readonly<Record<Session['next'], string | undefined>> = {
  'give-second-factor': '/second-factor',
  'change-password': '/password',
  'enrol-second-factor': '/enrolment',
  work: undefined,
  administer: undefined,
};

export const gateBefore = ({ next }: Pick<Session, 'next'>): string | undefined => GATES[next];
