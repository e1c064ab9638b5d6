import fc from 'fast-check';
import type { ReviewPassed } from '#libs/evaluation';
import { personnel, type RoleGranted } from './index.js';
import { type Attempt, attempts, type Happening, Play } from './model.spec.js';

const UNIT = ['unit-preparer', 'unit-checker', 'unit-head'];
const REVIEW = ['first-reviewer', 'second-reviewer'];
const ALONE = ['auditor', 'administrator', 'security-administrator', 'audit-administrator'];

/** What must never be, said a second time without the code that decides. */
function faults(play: Play): string[] {
  return [...together(play), ...alone(play), ...signatures(play)];
}

/** INV-D3 and the three offices: on no day anybody holds roles that exclude each other. */
function together({ staff }: Play): string[] {
  return [...staff].flatMap(([person, { grants }]) =>
    grants.flatMap(({ from: day }) => {
      const held = new Set<string>(
        grants.filter(({ from, to }) => from <= day && day <= (to ?? '9999')).map(({ role }) => role),
      );
      const mixed = UNIT.some((role) => held.has(role)) && REVIEW.some((role) => held.has(role));
      const beside = ALONE.some((role) => held.has(role)) && held.size > 1;
      return mixed || beside ? [`${person} on ${day}: ${[...held].join(', ')}`] : [];
    }),
  );
}

/** Every role stands on two persons, neither of whom gets it, or says that it does not. */
function alone({ happened }: Play): string[] {
  return happened.flatMap(({ event, person }) => {
    if (event.type === 'GlassBroken') return event.data.by === person ? [`${person} broke the glass for himself`] : [];
    if (event.type !== 'RoleGranted') return [];
    const { basis, by, proposedBy } = event.data as RoleGranted;
    if (by === person || proposedBy === person) return [`${person} gave himself a role`];
    return basis === 'two-persons' && (proposedBy === null || proposedBy === by) ? [`${by} alone`] : [];
  });
}

/** INV-D1 and D2: a pass is no participant's, nobody's of the unit, and by the role held then; two persons on one content. */
function signatures({ happened }: Play): string[] {
  const acted = new Set<string>();
  let first: Happening | undefined;
  const found: string[] = [];
  for (const one of happened) {
    const { event, by } = one;
    if (['DraftEdited', 'UnitChecked', 'UnitSigned', 'EvaluationSubmitted'].includes(event.type))
      acted.add(by.personId);
    if (event.type !== 'FirstReviewPassed' && event.type !== 'SecondReviewPassed') continue;
    if (acted.has(by.personId)) found.push(`${by.personId} signs what he took part in`);
    if (by.memberOf.includes('centre')) found.push(`${by.personId} signs for his own unit`);
    if (!REVIEW.includes(by.role)) found.push(`${by.personId} signs as ${by.role}`);
    if (event.type === 'FirstReviewPassed') first = one;
    else {
      const [a, b] = [first?.event.data, event.data] as [ReviewPassed | undefined, ReviewPassed];
      if (a?.by === b.by || a?.contentHash !== b.contentHash) found.push(`approved by ${a?.by} and ${b.by}`);
    }
  }
  return found;
}

const keeps = (decider: typeof personnel, seen: (play: Play) => void = () => undefined) =>
  fc.property(attempts, (all: readonly Attempt[]) => {
    const play = new Play(decider);
    for (const attempt of all) play.try(attempt);
    seen(play);
    const found = faults(play);
    if (found.length > 0) throw new Error(found.join('; '));
  });

/** Deciders in each of which one rule is missing. */
const MUTANTS: readonly [string, typeof personnel][] = [
  [
    'forgets what is held',
    { ...personnel, decide: (command, staff) => personnel.decide(command, { ...staff, grants: [] }) },
  ],
  [
    'lets who proposed confirm',
    {
      ...personnel,
      decide: (command, staff) => {
        const proposals = staff.proposals.map((one) => ({
          ...one,
          by: 'somebody',
          as: one.as === 'administrator' ? ('security-administrator' as const) : ('administrator' as const),
        }));
        const facts = personnel.decide(command, { ...staff, proposals });
        return facts.map((fact) =>
          fact.type === 'RoleGranted'
            ? { ...fact, data: { ...fact.data, proposedBy: staff.proposals[0]?.by ?? null } }
            : fact,
        );
      },
    },
  ],
  [
    'takes the first day of a role for its last',
    {
      ...personnel,
      decide: (command, staff) => {
        const grants = staff.grants.map((grant) => ({ ...grant, to: grant.from }));
        return personnel.decide(command, { ...staff, grants });
      },
    },
  ],
];

describe('Over random histories of roles', () => {
  it('no state is reached in which duties are not separate, and what should be possible is', () => {
    const types = new Map<string, number>();
    const count = ({ happened }: Play) => {
      for (const { event } of happened) types.set(event.type, (types.get(event.type) ?? 0) + 1);
    };
    fc.assert(keeps(personnel, count), { numRuns: 150 });
    for (const type of [
      'SecondReviewPassed',
      'RoleGranted',
      'RoleRevoked',
      'GlassBroken',
      'MembershipBegun',
      'DraftEdited',
      'EvaluationSubmitted',
    ])
      expect([type, (types.get(type) ?? 0) > 0]).toEqual([type, true]);
  });

  it.each(MUTANTS)('a decider that %s is found out', (_what, mutant) => {
    expect(fc.check(keeps(mutant), { numRuns: 150, endOnFailure: true }).failed).toBe(true);
  });
});
