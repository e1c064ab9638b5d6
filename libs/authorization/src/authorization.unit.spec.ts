import { COMMAND_ROLES, OFFICES, ROLES, STAGES_OF, SYSTEM_COMMANDS } from '#libs/evaluation';
import { type Command, POLICIES, type Policy, permits, policyOf, reaches, rolesWith } from './index.js';

/** The offices that give roles. */
const GRANTING = OFFICES.slice(0, 2);

const table = Object.entries(POLICIES) as [string, Policy][];

describe('The table of policies', () => {
  it('allows nothing that it does not name', () => {
    for (const name of ['', 'toString', '__proto__', 'constructor', 'deleteEverything', undefined])
      expect(policyOf(name)).toBeUndefined();
  });

  it('names somebody in every line', () => {
    expect(table.filter(([, { who }]) => who.length === 0)).toEqual([]);
    expect(table.filter(([, { who, over }]) => (who === 'anybody') !== (over === 'public'))).toEqual([]);
  });

  it('lets people give every command that the decider takes from people, but the task, which a campaign issues', () => {
    const given = new Set(table.flatMap(([, { commands = [] }]) => commands));
    const people = (Object.keys(STAGES_OF) as Command[]).filter((command) => COMMAND_ROLES[command].length > 0);
    expect(people.filter((command) => !given.has(command))).toEqual(['IssueTask']);
    expect([...given].filter((command) => COMMAND_ROLES[command].length === 0)).toEqual([]);
    expect(SYSTEM_COMMANDS.filter((command) => given.has(command))).toEqual(['ImportDraft']);
  });

  it('keeps the three offices away from evaluations and campaigns (E10), and auditors from every command', () => {
    for (const [name, policy] of table) {
      if (typeof policy.who === 'string') continue;
      if (['reach', 'managed', 'concerned'].includes(policy.over))
        expect([name, OFFICES.some((office) => permits(policy, [office]))]).toEqual([name, false]);
      if (policy.commands) expect([name, permits(policy, ['auditor'])]).toEqual([name, false]);
    }
  });

  it('lets no office alone both replace a password and remove the second factor', () => {
    for (const office of OFFICES)
      expect([POLICIES.resetPassword, POLICIES.removeFactors].every((policy) => permits(policy, [office]))).toBe(false);
  });

  it('lets two offices give roles, and the third and the auditors look at what one alone gave', () => {
    expect(OFFICES.filter((office) => permits(POLICIES.confirmGrant, [office]))).toEqual([...GRANTING]);
    expect(GRANTING.filter((office) => permits(POLICIES.reviewBreakGlass, [office]))).toEqual([]);
  });
});

describe('A role', () => {
  const centre = { unitId: 'centre', andAbove: ['centre', 'department', 'finance'] };

  it('of a unit reaches that unit only; one above reaches what lies below', () => {
    const reached = (at: string | null) => ROLES.filter((role) => reaches(role, at, centre));
    expect(reached('centre')).toEqual([...rolesWith('own-unit'), ...rolesWith('units-below')]);
    expect(reached('finance')).toEqual(rolesWith('units-below'));
    expect(reached('elsewhere')).toEqual([]);
    expect(reached(null)).toEqual([]);
  });

  it('that nobody knows reaches nothing', () => {
    expect(['toString', 'root', ''].some((role) => reaches(role, 'centre', centre))).toBe(false);
  });
});
