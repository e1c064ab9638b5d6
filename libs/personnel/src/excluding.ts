import { isOffice, type Role } from '#libs/evaluation';
import type { Grant } from './facts.js';

/**
 * 不相容岗位: which roles one natural person cannot hold on one day, through whatever account. Each of the three offices and
 * the audit stand alone; who acts for a unit reviews nothing (INV-D3). Said a second time by the exclusion constraints of
 * identity.dated_grant.
 */
export function excludes(one: Role, other: Role): boolean {
  if (one === other) return false;
  return (
    standsAlone(one) || standsAlone(other) || (isUnit(one) && isReviewer(other)) || (isReviewer(one) && isUnit(other))
  );
}

const standsAlone = (role: Role): boolean => isOffice(role) || role === 'auditor';
const isUnit = (role: Role): boolean => role.startsWith('unit-');
const isReviewer = (role: Role): boolean => role.endsWith('-reviewer');

type Span = Pick<Grant, 'from' | 'to'>;

/** Whether both hold on some day. */
export function overlap(one: Span, other: Span): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}

/** What the person holds on a day of the wish and that excludes it. */
export function excluding(held: readonly Grant[], wish: Pick<Grant, 'role' | 'from' | 'to'>): Grant | undefined {
  return held.find((grant) => excludes(grant.role, wish.role) && overlap(grant, wish));
}
