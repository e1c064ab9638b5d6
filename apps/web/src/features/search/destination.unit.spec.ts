import type { Session } from '../../api/answers.js';
import { destinationOf } from './destination.js';

const FOUND = ['evaluation', 'unit', 'campaign', 'person'] as const;

const session = (role: string): Session => ({ grants: [{ role, unitId: 'u' }] }) as unknown as Session;
const of = (role: string) => FOUND.map((kind) => destinationOf({ kind, id: 'a/b', name: '工伤 保险' }, session(role)));
const EVALUATIONS = '/evaluations?name=%E5%B7%A5%E4%BC%A4%20%E4%BF%9D%E9%99%A9';
const PERSON = '/administration/persons?person=a%2Fb';

describe('What was found leads', () => {
  it('a reviewer to evaluations, by unit and by campaign', () => {
    expect(of('first-reviewer')).toEqual(['/evaluations/a%2Fb', EVALUATIONS, '/evaluations?campaign=a%2Fb', PERSON]);
  });

  it('a manager to the campaign itself', () => {
    expect(of('campaign-manager')).toEqual(['/evaluations/a%2Fb', EVALUATIONS, '/campaigns/a%2Fb', PERSON]);
  });

  it('an administrator to the registry', () => {
    expect(of('administrator')[1]).toBe('/administration/units?unit=a%2Fb');
  });
});
