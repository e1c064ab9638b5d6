import { type QueryClient, type QueryKey, queryOptions, useQuery } from '@tanstack/react-query';
import type { Session } from '../api/answers.js';
import { answer, api } from '../api/client.js';
import { Refused } from '../api/problem.js';

/** Who is logged in; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async (): Promise<Session | null> => {
    try {
      return await answer(api.GET('/api/session'));
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401) return null;
      throw error;
    }
  },
});

/** What one person has read is not shown to the next at the same desk. */
export function forgetAllBut(queries: QueryClient, key: QueryKey): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
}

/** The session of a page that is only shown to somebody who is logged in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('this page is shown without a session');
  return data;
}

export const REVIEWING = ['first-reviewer', 'second-reviewer'];

export const WORKING = ['unit-preparer', 'unit-checker', 'unit-head', ...REVIEWING, 'campaign-manager'];

/** 三员: the offices that keep the system, watch over it and read what both did. */
export const OFFICES = ['administrator', 'security-administrator', 'audit-administrator'];

/** The two of them that give roles, together. */
export const GRANTING = ['administrator', 'security-administrator'];

/** Whether the account holds one of the roles, wherever. */
export const holds = ({ grants }: Pick<Session, 'grants'>, ...roles: readonly string[]): boolean =>
  grants.some(({ role }) => roles.includes(role));

/** Where work begins for the person. */
export function homeOf(session: Pick<Session, 'grants'>): string {
  if (holds(session, ...WORKING)) return '/todo';
  if (holds(session, 'auditor', 'audit-administrator')) return '/trail';
  if (holds(session, 'security-administrator')) return '/administration/grants';
  return holds(session, 'administrator') ? '/administration/units' : '/nowhere';
}
