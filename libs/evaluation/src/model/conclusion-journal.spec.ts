import type { Entry } from './journal.spec.js';

/** What the auditor of the rest of the history knows when a fact comes. */
export interface Known {
  readonly unitId: string;
  /** Who acted for the unit. */
  readonly took: ReadonlySet<string>;
  readonly submitted: { readonly version: number; readonly contentHash: string } | null;
  readonly decided: boolean;
}

const ROLES: Readonly<Record<string, readonly string[]>> = {
  RecheckRecorded: ['second-reviewer'],
  EvaluationFinalized: ['campaign-manager'],
  RectificationOrdered: ['campaign-manager'],
  RectificationReplied: ['unit-preparer', 'unit-head'],
  RectificationRejected: ['second-reviewer', 'campaign-manager'],
  RectificationClosed: ['second-reviewer', 'campaign-manager'],
  EvaluationPublished: ['unit-head', 'campaign-manager'],
  PublicationCorrected: ['unit-head', 'campaign-manager'],
  EvaluationArchived: ['campaign-manager'],
};
/** Facts that follow on an approval. */
export const CONCLUDING = ['SampledForRecheck', ...Object.keys(ROLES)];
const BUREAU = ['EvaluationFinalized', 'RectificationOrdered', 'RectificationClosed', 'EvaluationArchived'];

/** Looks at what follows on an approval; it shares no code with the decider. */
export class ConclusionAuditor {
  /** Everybody who did anything before the approval, in any version. */
  readonly #involved = new Set<string>();
  readonly #open = new Map<string, Set<string>>();
  readonly #replied = new Set<string>();
  #sampled = false;
  #rechecked = false;
  #fixed = false;

  /** What is wrong with the fact, in words. */
  follow({ event, actor }: Entry, { unitId, took, submitted, decided }: Known): string[] {
    const { type, data } = event;
    const person = actor.personId;
    const back = type === 'EvaluationReturned' && data.from === 'recheck';
    const found: string[] = [];
    if (type === 'RecheckRecorded' || back) {
      if (this.#involved.has(person)) found.push(`E1: ${type} by one who had a part in it`);
      if (actor.memberOf.includes(unitId)) found.push(`E8: ${type} by a member of the unit`);
      if (!this.#sampled || this.#rechecked) found.push(`INV-D5: ${type} where none was due`);
    }
    if (type === 'EvaluationReturned') this.#rechecked = false;
    if (type !== 'TaskIssued' && !CONCLUDING.includes(type) && !back) {
      this.#involved.add(person);
      if (type === 'ExpertAsked') this.#involved.add(data.personId);
    }
    if (!CONCLUDING.includes(type)) return found;

    if (!decided) found.push(`INV-D5: ${type} before the approval`);
    if (ROLES[type] && !ROLES[type].includes(actor.role)) found.push(`E10: ${type} by a ${actor.role}`);
    if (BUREAU.includes(type) && took.has(person)) found.push(`E1: ${type} by one who acted for the unit`);
    if ('contentHash' in data && data.contentHash !== submitted?.contentHash)
      found.push(`E3: ${type} of other content`);
    if ('version' in data && data.version !== submitted?.version) found.push(`E3: ${type} of another version`);
    switch (type) {
      case 'SampledForRecheck':
        this.#sampled = true;
        break;
      case 'RecheckRecorded':
        this.#rechecked = true;
        break;
      case 'EvaluationFinalized':
        if (this.#sampled && !this.#rechecked) found.push('INV-D5: final without the recheck that was drawn');
        this.#fixed = true;
        break;
      case 'RectificationOrdered':
        for (const { id } of data.findings) this.#open.set(id, new Set());
        break;
      case 'RectificationReplied':
        if (!this.#open.has(data.findingId)) found.push('INV-D5: a reply to no open finding');
        this.#open.get(data.findingId)?.add(person);
        this.#replied.add(data.findingId);
        break;
      case 'RectificationRejected':
      case 'RectificationClosed':
        if (this.#open.get(data.findingId)?.has(person)) found.push('E1: judged by one who replied');
        if (!this.#replied.has(data.findingId)) found.push('INV-D5: judged without a reply');
        if (type === 'RectificationRejected') this.#replied.delete(data.findingId);
        else this.#open.delete(data.findingId);
        break;
      case 'EvaluationArchived':
        if (this.#open.size > 0) found.push('INV-D5: archived with open findings');
        break;
    }
    if (!this.#fixed && !['SampledForRecheck', 'RecheckRecorded'].includes(type))
      found.push(`INV-D5: ${type} before the result`);
    return found;
  }
}
