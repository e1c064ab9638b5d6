import type { Envelope } from './envelope.js';

/** A decision as the envelopes prove it. */
export interface Decision {
  readonly position: number;
  readonly version: number;
  readonly contentHash: string;
  readonly passes: readonly Pass[];
  /** Why it is no decision by two persons, in words (zh / en); null when it is one. */
  readonly why: string | null;
}

interface Pass {
  readonly step: 'first' | 'second';
  readonly gate: string | null;
  readonly person: string;
  /** In whose seat, when the person acts for another (代理). */
  readonly inSeatOf: string | null;
  readonly version: unknown;
  readonly contentHash: unknown;
}

const FOR_THE_UNIT: readonly string[] = [
  'DraftImported',
  'DraftEdited',
  'ItemAnswered',
  'FindingAnswered',
  'UnitChecked',
  'UnitSigned',
  'EvaluationSubmitted',
  'SubmissionWithdrawn',
];
const STEPS: Readonly<Record<string, Pass['step']>> = { FirstReviewPassed: 'first', SecondReviewPassed: 'second' };

/**
 * 一事双审 of one evaluation, shown from its envelopes and nothing of the code that decides: who acted for the unit, who
 * passed what, and whether the decision is by distinct persons of whom none took part, on one content (INV-D1, D2).
 */
export class TwoPersons {
  readonly #participants = new Set<string>();
  #submitted: { readonly version: unknown; readonly contentHash: string } | null = null;
  #passes: Pass[] = [];
  #decision: Decision | null = null;

  get decision(): Decision | null {
    return this.#decision;
  }

  /** A fact in its order; answers the decision when this fact makes it one, or follows on one that it may not follow. */
  follow(position: number, { type, actor }: Envelope, data: Readonly<Record<string, unknown>>): Decision | null {
    const person = actor.personId;
    const inUnit = type === 'EvaluationReturned' && String(data.from).startsWith('unit-');
    if ((FOR_THE_UNIT.includes(type) || inUnit) && !person.startsWith('system:')) this.#participants.add(person);
    const step = STEPS[type];
    // A recheck may send it back: what follows has a decision of its own.
    if (type === 'EvaluationReturned' && data.from === 'recheck') this.#decision = null;
    if (this.#decision && (step || FOR_THE_UNIT.includes(type) || type === 'EvaluationReturned')) {
      this.#decision = { ...this.#decision, why: `办结后又有 ${type} / ${type} after the decision` };
      return { ...this.#decision, position };
    }
    if (type === 'EvaluationSubmitted') {
      this.#submitted = { version: data.version, contentHash: String(data.contentHash) };
      this.#passes = [];
    } else if (type === 'SubmissionWithdrawn' || (type === 'EvaluationReturned' && !inUnit)) {
      this.#submitted = null;
      this.#passes = [];
    } else if (type === 'PassRevoked') {
      this.#passes = this.#passes.filter((pass) => pass.person !== person);
    } else if (step) {
      const { gate, version, contentHash } = data;
      this.#passes.push({
        step,
        gate: typeof gate === 'string' ? gate : null,
        person,
        inSeatOf: actor.onBehalfOf ?? null,
        version,
        contentHash,
      });
      if (step === 'second' && !isFilled(data.openGates)) return this.#decide(position);
    }
    return null;
  }

  #decide(position: number): Decision {
    const { version, contentHash = '' } = this.#submitted ?? {};
    this.#decision = { position, version: Number(version), contentHash, passes: this.#passes, why: this.#whyNot() };
    return this.#decision;
  }

  #whyNot(): string | null {
    const submitted = this.#submitted;
    // Who acts for another stands for both: neither may be in it twice.
    const persons = this.#passes.flatMap(({ person, inSeatOf }) => (inSeatOf === null ? [person] : [person, inSeatOf]));
    const took = persons.find((person) => this.#participants.has(person));
    if (submitted === null) return '没有送审的版本 / no version was submitted';
    if (!(['first', 'second'] as const).every((step) => this.#passes.some((pass) => pass.step === step)))
      return '缺初审或复审 / the first or the second review is missing';
    if (new Set(persons).size !== persons.length) return '同一人审核两次 / one person reviewed twice';
    if (took !== undefined) return `审核人 ${took} 参与过填报 / the reviewer ${took} took part for the unit`;
    if (persons.some((person) => person.startsWith('system:'))) return '审核人不是自然人 / a reviewer is no person';
    const other = this.#passes.some(
      (pass) => pass.version !== submitted.version || pass.contentHash !== submitted.contentHash,
    );
    return other ? '两次审核所签内容不同 / the passes are not for the content that was submitted' : null;
  }
}

const isFilled = (list: unknown): boolean => Array.isArray(list) && list.length > 0;
