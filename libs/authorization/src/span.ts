import type { Role } from '#libs/evaluation';

/** Over which units a role reaches from the unit it was granted at. */
export type Span = 'own-unit' | 'units-below' | 'no-unit';

/**
 * How far each role reaches. A unit's role acts for that unit; a reviewer's, manager's and auditor's reaches the unit and
 * everything below it; who holds one of the three offices reaches no evaluation (E10).
 */
export const SPAN_OF = {
  'unit-preparer': 'own-unit',
  'unit-checker': 'own-unit',
  'unit-head': 'own-unit',
  'first-reviewer': 'units-below',
  'second-reviewer': 'units-below',
  'campaign-manager': 'units-below',
  auditor: 'units-below',
  administrator: 'no-unit',
  'security-administrator': 'no-unit',
  'audit-administrator': 'no-unit',
} as const satisfies Record<Role, Span>;

/** A unit of which something is asked: itself, and it with everything above it. */
export interface Place {
  readonly unitId: string;
  readonly andAbove: readonly string[];
}

/** Whether a role that was granted at `grantedAt` reaches the unit. A role nobody knows reaches nothing. */
export function reaches(role: string, grantedAt: string | null, { unitId, andAbove }: Place): boolean {
  if (grantedAt === null) return false;
  switch (spanOf(role)) {
    case 'own-unit':
      return grantedAt === unitId;
    case 'units-below':
      return grantedAt === unitId || andAbove.includes(grantedAt);
    case 'no-unit':
      return false;
  }
}

/** The roles that reach so far, in the order of the table. */
export function rolesWith(span: Span): readonly Role[] {
  return (Object.keys(SPAN_OF) as Role[]).filter((role) => SPAN_OF[role] === span);
}

/** Of a role that is none: no unit. */
export function spanOf(role: string): Span {
  return Object.hasOwn(SPAN_OF, role) ? SPAN_OF[role as Role] : 'no-unit';
}
