import { conclude } from './conclusion/decide.js';
import { checkDocument, mergedInto } from './draft.js';
import type { EvaluationEvent, EvaluationReturned, UnitStep } from './facts.js';
import type { EvaluationCommand } from './orders.js';
import type { Order } from './policies/policy.js';
import { refusal } from './refusals.js';
import { assignedByLot, assignedByOrder, passed, passRevoked } from './reviewing.js';
import { RETURNED_FROM } from './roles.js';
import { admit, permit } from './rules.js';
import { type Evaluation, type Issued, isDecided, raised } from './situation.js';
import { atItsStage, wrongStage } from './stages.js';

/** Which facts follow from the command; throws the first refusal. Persons are compared, never accounts. */
export function decide(command: EvaluationCommand, state: Evaluation): readonly EvaluationEvent[] {
  admit(command, state);
  const by = command.by.personId;

  switch (command.type) {
    case 'IssueTask':
      if (state.stage !== 'NEW') throw wrongStage(command, state);
      return [{ type: 'TaskIssued', data: command.data }];

    case 'ImportDraft': {
      const { document } = command.data;
      const { sheet } = atItsStage(command, state);
      checkDocument(document);
      const changes = mergedInto(sheet, command.data.changes);
      return changes.length === 0 ? [] : [{ type: 'DraftImported', data: { by, document, changes } }];
    }

    case 'EditDraft': {
      const { sheet } = atItsStage(command, state);
      const changes = mergedInto(sheet, command.data.changes);
      return changes.length === 0 ? [] : [{ type: 'DraftEdited', data: { by, changes } }];
    }

    case 'AnswerItem': {
      permit(command, state);
      const { itemId, answer } = command.data;
      return [{ type: 'ItemAnswered', data: { by, itemId, answer } }];
    }

    case 'AnswerFinding': {
      const { version } = permit(command, state);
      const { finding, answer } = command.data;
      return [{ type: 'FindingAnswered', data: { by, version, finding, answer } }];
    }

    case 'CheckInUnit':
      permit(command, state);
      return [{ type: 'UnitChecked', data: unitStep(command) }];

    case 'SignForUnit':
      permit(command, state);
      return [{ type: 'UnitSigned', data: unitStep(command) }];

    case 'Submit': {
      const { version } = permit(command, state);
      const { contentHash, findings } = command.data;
      return [
        { type: 'EvaluationSubmitted', data: { by, version, contentHash } },
        { type: 'ChecksRun', data: { by, version, contentHash, occasion: 'submission', findings } },
      ];
    }

    case 'Withdraw': {
      const { version } = permit(command, state);
      return [{ type: 'SubmissionWithdrawn', data: { by, version, reason: command.data.reason } }];
    }

    case 'PassFirstReview':
      return [{ type: 'FirstReviewPassed', data: passed(command, permit(command, state)) }];

    case 'PassSecondReview':
      return [{ type: 'SecondReviewPassed', data: passed(command, permit(command, state)) }];

    case 'WaiveFinding': {
      const now = permit(command, state);
      const { findingId, reason } = command.data;
      const { rule } = raised(now).find(({ id }) => id === findingId)!;
      const { onBehalfOf } = command.by;
      const represented = onBehalfOf !== undefined && { onBehalfOf };
      return [{ type: 'FindingWaived', data: { by, version: now.version, findingId, rule, reason, ...represented } }];
    }

    case 'RevokePass':
      return [{ type: 'PassRevoked', data: passRevoked(command, permit(command, state)) }];

    case 'AssignReviewers':
      return assignedByLot(command, atItsStage(command, state));

    case 'AssignReviewer':
      return assignedByOrder(command, permit(command, state));

    case 'AskExpert': {
      const { version, experts } = permit(command, state);
      const { candidate, question } = command.data;
      if (experts.some(({ personId }) => personId === candidate.personId)) return [];
      return [{ type: 'ExpertAsked', data: { by, version, personId: candidate.personId, question } }];
    }

    case 'AnswerAsExpert': {
      const { version } = permit(command, state);
      return [{ type: 'ExpertAnswered', data: { by, version, opinion: command.data.opinion } }];
    }

    case 'Recuse': {
      const { version } = permit(command, state);
      return [{ type: 'ReviewerRecused', data: { by, version, reason: command.data.reason } }];
    }

    case 'Return':
      return [{ type: 'EvaluationReturned', data: returned(command, permit(command, state)) }];

    case 'RecordChecks':
      return checkedAgain(command, atItsStage(command, state));

    case 'RecordScore':
      return scored(command, atItsStage(command, state));

    default:
      return conclude(command, state);
  }
}

function unitStep({ by, data: { contentHash, comment } }: Order<'CheckInUnit' | 'SignForUnit'>): UnitStep {
  return { by: by.personId, contentHash, ...(comment !== undefined && { comment }) };
}

/** Items are numbered through a version, so that an id never names two items. */
function returned({ by, data }: Order<'Return'>, { stage, version, returned: known }: Issued): EvaluationReturned {
  const prefix = `v${version}-`;
  const numbered = known.filter(({ id }) => id.startsWith(prefix)).length;
  return {
    by: by.personId,
    from: stage === 'SAMPLED' ? 'recheck' : RETURNED_FROM[by.role as keyof typeof RETURNED_FROM],
    version,
    reason: data.reason,
    items: data.items.map(({ path, text, attachments }, n) => ({
      ...{ id: `${prefix}${numbered + n + 1}`, path, text },
      ...(attachments !== undefined && attachments.length > 0 && { attachments }),
    })),
  };
}

/** Checks that found what is known already are no news, so a repeated, late or doubled job changes nothing. */
function checkedAgain({ by, data }: Order<'RecordChecks'>, state: Issued): readonly EvaluationEvent[] {
  const { version, contentHash, occasion, findings } = data;
  if (version !== state.version || contentHash !== state.submittedHash)
    throw refusal('checks.other-version', { version: state.version });
  const ids = (list: readonly { readonly id: string }[]) =>
    list
      .map(({ id }) => id)
      .sort()
      .join(' ');
  if (ids(state.findings[occasion]) === ids(findings)) return [];
  return [{ type: 'ChecksRun', data: { by: by.personId, version, contentHash, occasion, findings } }];
}

/**
 * Equal inputs give equal scores, so a repeated, late or doubled job changes nothing. A decision that was quicker than the
 * job still gets its score; after that it keeps it, whatever scheme comes.
 */
function scored({ data }: Order<'RecordScore'>, { stage, version, score: known }: Issued): readonly EvaluationEvent[] {
  if (data.version !== version) throw refusal('score.other-version', { version });
  if (known?.version === version && (isDecided(stage) || known.inputHash === data.inputHash)) return [];
  const { scheme, inputHash, score } = data;
  return [{ type: 'ScoreRecomputed', data: { version, scheme, inputHash, score } }];
}
