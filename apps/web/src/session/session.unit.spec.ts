import type { Grant } from '../api/answers.js';
import { homeOf } from './session.js';

const somebody = (...roles: Grant['role'][]) => ({ grants: roles.map((role) => ({ role, unitId: null })) });

describe('Work begins', () => {
  it.each<[Grant['role'][], string]>([
    [['unit-preparer'], '/todo'],
    [['campaign-manager'], '/todo'],
    [['auditor'], '/trail'],
    [['administrator'], '/administration/units'],
    [['security-administrator'], '/administration/grants'],
    [['audit-administrator'], '/trail'],
    [['auditor', 'first-reviewer'], '/todo'],
    [[], '/nowhere'],
  ])('for %j at %s', (roles, home) => {
    expect(homeOf(somebody(...roles))).toBe(home);
  });
});
