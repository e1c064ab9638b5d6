import { Injectable } from '@nestjs/common';
import { type Issued, rulesOf } from '#libs/evaluation';
import type { Identity } from '#libs/identity';
import { contentHash, type Sheet } from '#libs/sheet';
import { type Language, textOf } from '../http/messages/language.js';
import { actionsFor } from './actions.js';
import type { Seen } from './evaluations.js';
import { Examinations } from './examinations.js';
import { Names } from './names.js';

const hashes = new WeakMap<Sheet, string>();

/** The hash of a sheet, computed once for each sheet object; sheets are never changed. */
export function hashOf(sheet: Sheet): string {
  const known = hashes.get(sheet) ?? contentHash(sheet);
  hashes.set(sheet, known);
  return known;
}

/** One evaluation as a person sees it: where it stands, its content, and what the person may do about it. */
@Injectable()
export class EvaluationView {
  constructor(
    private readonly names: Names,
    private readonly examinations: Examinations,
  ) {}

  async of(id: string, { state, streamVersion, roles }: Seen, identity: Identity, language: Language) {
    const hash = hashOf(state.sheet);
    const findings = await this.examinations.shown(state, new Date().toISOString());
    const raised = findings.map(({ at, ...finding }) => ({ ...finding, at: at.map(({ pointer }) => pointer) }));
    return {
      id,
      stage: state.stage,
      version: state.version,
      streamVersion,
      contentHash: hash,
      task: state.task,
      sheet: state.sheet,
      returned: state.returned,
      score: state.score,
      findings,
      review: rulesOf(state),
      passes: state.passes,
      assigned: state.assigned,
      missing: state.missing,
      recused: state.recused,
      checkedBy: state.checkedBy,
      participants: state.participants,
      names: await this.names.of(personsOf(state)),
      myRoles: roles,
      actions: actionsFor(identity, roles, state, { contentHash: hash, findings: raised }).map((action) => ({
        ...action,
        ...(action.code === undefined ? {} : { reason: textOf(action.code, language, { stage: state.stage }) }),
      })),
    };
  }
}

/** The persons who stand in it. */
function personsOf({ participants, recused, ...state }: Issued): readonly string[] {
  const signed = [...state.seatsTaken, ...state.waivers].map(({ by }) => by);
  return [...participants, ...recused, ...signed, ...state.assigned.map(({ personId }) => personId)];
}
