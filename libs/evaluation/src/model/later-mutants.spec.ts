import type { RectificationFinding } from '../conclusion/standing.js';
import type { Issued } from '../situation.js';
import { deciding, type EvaluationDecider } from './mutants.spec.js';

const OTHER = 'ef'.repeat(32);
const reread = ({ version, contentHash }: { version: number; contentHash: string }) => ({
  ...{ version, submittedHash: contentHash },
});
const withFindings = (state: Issued, change: (finding: RectificationFinding) => RectificationFinding): Issued => ({
  ...state,
  conclusion: { ...state.conclusion, findings: state.conclusion.findings.map(change) },
});
const closed = (finding: RectificationFinding) => ({ ...finding, closed: { by: 'another', note: '销号' } });

/** Deciders with one mistake each after the approval. */
export const LATER_MUTANTS: Readonly<Record<string, EvaluationDecider>> = {
  'lets a reviewer recheck': deciding('RecordRecheck', (command, state) => [command, { ...state, involved: [] }]),

  'lets a reviewer send it back from a recheck': deciding('Return', (command, state) => [
    command,
    state.stage === 'SAMPLED' ? { ...state, involved: [] } : state,
  ]),

  'does not look at what was rechecked': deciding('RecordRecheck', (command, state) => [
    command,
    command.type === 'RecordRecheck' ? { ...state, ...reread(command.data) } : state,
  ]),

  'fixes a result without the recheck that was drawn': deciding('Finalize', (command, state) => [
    command,
    state.stage === 'SAMPLED' ? { ...state, stage: 'RECHECKED' } : state,
  ]),

  'publishes what was not approved': deciding('Publish', (command, state) => [
    command.type === 'Publish' ? { ...command, data: { ...command.data, contentHash: OTHER } } : command,
    { ...state, submittedHash: OTHER },
  ]),

  'lets who replied close a finding': deciding('CloseRectification', (command, state) => [
    command,
    withFindings(state, (finding) => ({ ...finding, repliers: [] })),
  ]),

  'closes a finding without a reply': deciding('CloseRectification', (command, state) => [
    command,
    withFindings(state, (finding) => ({ ...finding, reply: { by: 'another', text: '已改' } })),
  ]),

  'files away open findings': deciding('Archive', (command, state) => [command, withFindings(state, closed)]),

  'corrects an archived publication': deciding('CorrectPublication', (command, state) => [
    command,
    state.stage === 'ARCHIVED' ? { ...state, stage: 'PUBLISHED' } : state,
  ]),
};
