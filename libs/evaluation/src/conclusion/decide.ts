import { unreachable } from '#libs/kernel';
import type { EvaluationEvent } from '../facts.js';
import { permit } from '../rules.js';
import type { Evaluation, Issued } from '../situation.js';
import { atItsStage } from '../stages.js';
import type { EvaluationFinalized, RectificationOrdered } from './facts.js';
import type { ConclusionCommand } from './orders.js';

type Ordered<Type extends ConclusionCommand['type']> = Extract<ConclusionCommand, { type: Type }>;

/** Which facts follow from a command that concludes. */
export function conclude(command: ConclusionCommand, state: Evaluation): readonly EvaluationEvent[] {
  const by = command.by.personId;
  switch (command.type) {
    case 'SelectForRecheck': {
      const { version } = atItsStage(command, state);
      return [{ type: 'SampledForRecheck', data: { by, version, sampleId: command.data.sampleId } }];
    }
    case 'RecordRecheck': {
      permit(command, state);
      const { version, contentHash, opinion, recheckScore } = command.data;
      return [{ type: 'RecheckRecorded', data: { by, version, contentHash, opinion, recheckScore } }];
    }
    case 'Finalize':
      return [{ type: 'EvaluationFinalized', data: finalized(command, permit(command, state)) }];
    case 'OrderRectification':
      return [{ type: 'RectificationOrdered', data: ordered(command, permit(command, state)) }];
    case 'ReplyToRectification': {
      permit(command, state);
      const { findingId, reply } = command.data;
      return [{ type: 'RectificationReplied', data: { by, findingId, reply } }];
    }
    case 'RejectRectification': {
      permit(command, state);
      const { findingId, reason } = command.data;
      return [{ type: 'RectificationRejected', data: { by, findingId, reason } }];
    }
    case 'CloseRectification': {
      permit(command, state);
      const { findingId, note } = command.data;
      return [{ type: 'RectificationClosed', data: { by, findingId, note } }];
    }
    case 'Publish': {
      permit(command, state);
      const { personalData: _, ...publication } = command.data;
      return [{ type: 'EvaluationPublished', data: { by, ...publication } }];
    }
    case 'CorrectPublication':
      permit(command, state);
      return [{ type: 'PublicationCorrected', data: { by, ...command.data } }];
    case 'Archive':
      permit(command, state);
      return [{ type: 'EvaluationArchived', data: { by, ...command.data } }];
    default:
      return unreachable(command);
  }
}

/** The three scores are noted side by side, as they stand. */
function finalized(
  { by, data }: Ordered<'Finalize'>,
  { sheet, score, version, conclusion }: Issued,
): EvaluationFinalized {
  return {
    ...{ by: by.personId, version: data.version, contentHash: data.contentHash },
    selfScore: sheet.head.selfScore ?? null,
    systemScore: score?.version === version ? score.score.total : null,
    recheckScore: conclusion.recheck?.recheckScore ?? null,
    ...(data.note !== undefined && { note: data.note }),
  };
}

/** Findings are numbered through all orders of the evaluation. */
function ordered({ by, data }: Ordered<'OrderRectification'>, { version, conclusion }: Issued): RectificationOrdered {
  const numbered = conclusion.findings.length;
  const findings = data.findings.map(({ text, path }, n) => ({
    ...{ id: `z${numbered + n + 1}`, text },
    ...(path !== undefined && { path }),
  }));
  return { by: by.personId, version, basis: data.basis, dueOn: data.dueOn, findings };
}
