import type { Issued } from '../situation.js';
import type { ConclusionEvent } from './facts.js';
import type { Conclusion, RectificationFinding } from './standing.js';

/** How a fact of the conclusion changes where the evaluation stands. */
export function concluded(state: Issued, event: ConclusionEvent): Issued {
  switch (event.type) {
    case 'SampledForRecheck':
      return { ...noting(state, { sampleId: event.data.sampleId }), stage: 'SAMPLED' };
    case 'RecheckRecorded':
      return { ...noting(state, { recheck: event.data }), stage: 'RECHECKED' };
    case 'EvaluationFinalized':
      return { ...noting(state, { final: event.data }), stage: 'FINAL' };
    case 'RectificationOrdered': {
      const { findings, dueOn } = event.data;
      const open = findings.map((one) => ({
        ...{ ...one, dueOn, reply: null, rejected: null, repliers: [], closed: null },
      }));
      return noting(state, { findings: [...state.conclusion.findings, ...open] });
    }
    case 'RectificationReplied': {
      const { by, findingId, reply: text } = event.data;
      return finding(state, findingId, ({ repliers }) => ({
        ...{ reply: { by, text }, rejected: null },
        repliers: repliers.includes(by) ? repliers : [...repliers, by],
      }));
    }
    case 'RectificationRejected': {
      const { by, findingId, reason } = event.data;
      return finding(state, findingId, () => ({ reply: null, rejected: { by, reason } }));
    }
    case 'RectificationClosed': {
      const { by, findingId, note } = event.data;
      return finding(state, findingId, () => ({ closed: { by, note } }));
    }
    case 'EvaluationPublished':
      return { ...published(state, event.data), stage: 'PUBLISHED' };
    case 'PublicationCorrected':
      return published(state, event.data);
    case 'EvaluationArchived':
      return { ...state, stage: 'ARCHIVED' };
    default:
      return state;
  }
}

const noting = (state: Issued, more: Partial<Conclusion>): Issued => ({
  ...state,
  conclusion: { ...state.conclusion, ...more },
});

const published = (state: Issued, publication: Conclusion['publications'][number]): Issued =>
  noting(state, { publications: [...state.conclusion.publications, publication] });

function finding(state: Issued, id: string, change: (known: RectificationFinding) => Partial<RectificationFinding>) {
  const findings = state.conclusion.findings.map((one) => (one.id === id ? { ...one, ...change(one) } : one));
  return noting(state, { findings });
}
