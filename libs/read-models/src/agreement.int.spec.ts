import {
  type Evaluation,
  type EvaluationCommand,
  evaluation,
  type Issued,
  reviewersOf,
  STAGES_OF,
} from '#libs/evaluation';
import { type Actor, DomainError } from '#libs/kernel';
import { contentHash } from '#libs/sheet';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { TURN } from './evaluations.projection.js';
import { FACTS, Told } from './examples/log.spec.js';
import { aDivision } from './examples/registry.spec.js';
import { type Reader, todo } from './index.js';

const UNIT_ROLES = ['unit-preparer', 'unit-checker', 'unit-head'];
const REVIEW_ROLES = ['first-reviewer', 'second-reviewer'];

/** More roles than a bureau would ever give: the rules have to hold all the same. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  yang: ['unit-preparer', 'first-reviewer'],
  wu: [...UNIT_ROLES, ...REVIEW_ROLES],
  lin: ['unit-checker', 'unit-head'],
  su: ['unit-checker', 'unit-head'],
  long: REVIEW_ROLES,
  liang: REVIEW_ROLES,
  seconded: REVIEW_ROLES,
};

/** What a role is to do next where the evaluation stands; a refusal of it for the person's sake is no to-do. */
const NEXT = {
  DRAFT: { 'unit-preparer': 'EditDraft', 'unit-checker': 'CheckInUnit' },
  UNIT_CHECKED: { 'unit-head': 'SignForUnit' },
  UNIT_SIGNED: { 'unit-preparer': 'Submit', 'unit-head': 'Submit' },
  SUBMITTED: { 'first-reviewer': 'PassFirstReview' },
  FIRST_PASSED: { 'second-reviewer': 'PassSecondReview' },
  APPROVED: {},
  ...{ SAMPLED: { 'second-reviewer': 'RecordRecheck' }, RECHECKED: {}, FINAL: {}, PUBLISHED: {}, ARCHIVED: {} },
} as const satisfies Record<keyof typeof TURN, Partial<Record<string, EvaluationCommand['type']>>>;

const ABOUT_PERSONS = /^(?:review\.(?!already)|unit\.needs-another-person)/;

/** mulberry32: a story is told again by its seed. */
function chance(seed: number): (below: number) => number {
  let at = seed;
  return (below) => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function actor(personId: string, role: string): Actor {
  return { personId, accountId: `a-${personId}`, role, memberOf: personId === 'seconded' ? ['centre'] : [] };
}

/** The command as somebody who has read everything would give it. */
function order(type: EvaluationCommand['type'], by: Actor, state: Issued, edits: number): EvaluationCommand {
  const hash = contentHash(state.sheet);
  const pass = { version: state.version, contentHash: hash, opinion: '情况属实，同意上报' };
  const before = edits === 0 ? null : { value: String(edits), unit: '万元' };
  const data: Partial<Record<EvaluationCommand['type'], object>> = {
    EditDraft: {
      changes: [{ path: '/figures/EXP.TOTAL', before, after: { value: String(edits + 1), unit: '万元' } }],
    },
    CheckInUnit: { contentHash: hash },
    SignForUnit: { contentHash: hash },
    Submit: { contentHash: hash, findings: [] },
    Withdraw: { reason: '数据有误，需要更正后再报' },
    RevokePass: { reason: '需要再次核对有关数据' },
    Recuse: { reason: '与该单位负责人有亲属关系' },
    PassFirstReview: pass,
    PassSecondReview: pass,
    Return: { reason: '数据与决算不一致，请核实', items: [{ path: '/figures/EXP.TOTAL', text: '与决算不一致' }] },
  };
  return { type, by, at: '2022-03-01T00:00:00.000Z', data: data[type] } as EvaluationCommand;
}

const PLAYED = [
  'EditDraft',
  'CheckInUnit',
  'SignForUnit',
  'Submit',
  'Withdraw',
  'RevokePass',
  'Recuse',
  'Return',
] as const;
const PASSES = ['PassFirstReview', 'PassSecondReview'] as const;

function refusalOf(command: EvaluationCommand, state: Evaluation): DomainError | null {
  try {
    evaluation.decide(command, state);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const sorted = (names: readonly string[]) => [...names].sort();

describe('The list of evaluations and the decider', () => {
  let database: TestDatabase;
  let told: Told;
  beforeAll(async () => {
    database = await testDatabase();
    await aDivision(database.pool);
    told = new Told(database.pool);
  });
  afterAll(() => database.drop());

  /** Every command that somebody may give now. */
  function possible(state: Issued, edits: number): EvaluationCommand[] {
    return [...PLAYED, ...PASSES]
      .filter((type) => (STAGES_OF[type] as readonly string[]).includes(state.stage))
      .flatMap((type) =>
        Object.entries(PEOPLE).flatMap(([person, roles]) =>
          roles.map((role) => order(type, actor(person, role), state, edits)),
        ),
      )
      .filter((command) => refusalOf(command, state) === null);
  }

  async function row(id: string) {
    const { rows } = await database.pool.query('select * from read.evaluation where id = $1', [id]);
    return rows[0];
  }

  async function compare(id: string, state: Issued, edits: number): Promise<void> {
    const found = await row(id);
    expect({ ...found, participants: sorted(found.participants), writers: sorted(found.writers) }).toMatchObject({
      stage: state.stage,
      version: state.version,
      waiting_for: TURN[state.stage],
      participants: sorted(state.participants),
      writers: sorted(state.writers),
      checked_by: state.checkedBy,
      first_reviewer: reviewersOf(state, 'first').at(-1) ?? null,
      second_reviewer: reviewersOf(state, 'second').at(-1) ?? null,
      passed_by: state.passes.map(({ by }) => by),
    });
    for (const [personId, roles] of Object.entries(PEOPLE))
      for (const role of roles) {
        const reader: Reader = {
          personId,
          grants: [{ role, unitId: UNIT_ROLES.includes(role) ? 'centre' : 'department' }],
        };
        const next = (NEXT[state.stage] as Readonly<Record<string, EvaluationCommand['type']>>)[role];
        const refused = next && refusalOf(order(next, actor(personId, role), state, edits), state);
        const expected = next !== undefined && !ABOUT_PERSONS.test(refused?.code ?? '');
        const { items } = await todo(database.pool, reader, { limit: 200 });
        expect({ personId, role, stage: state.stage, listed: items.some((item) => item.id === id) }).toEqual({
          personId,
          role,
          stage: state.stage,
          listed: expected,
        });
      }
  }

  it('agree at every step of any story: on the row, and on whom it waits for', async () => {
    const seed = Date.now() % 1_000_000;
    const seen = new Set<string>();
    try {
      for (let story = 0; story < 6; story += 1) {
        const next = chance(seed + story);
        const id = `story-${story}`;
        await told.happened(`evaluation-${id}`, 'shi', FACTS.TaskIssued);
        let state = evaluation.evolve(evaluation.initial, FACTS.TaskIssued) as Issued;
        let edits = 0;
        for (let step = 0; step < 30 && state.stage !== 'APPROVED'; step += 1) {
          const commands = possible(state, edits);
          const types = [...new Set(commands.map(({ type }) => type))];
          const type = types[next(types.length)];
          const among = commands.filter((command) => command.type === type);
          const command = among[next(among.length)];
          if (command === undefined) break;
          for (const fact of evaluation.decide(command, state)) {
            await told.happened(`evaluation-${id}`, command.by.personId, fact);
            state = evaluation.evolve(state, fact) as Issued;
            seen.add(fact.type);
          }
          if (command.type === 'EditDraft') edits += 1;
          await told.project();
          await compare(id, state, edits);
        }
      }
    } catch (error) {
      throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
    }
    expect(seen.size).toBeGreaterThan(5);
  });
});
