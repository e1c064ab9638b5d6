import { type Evaluation, type EvaluationEvent, evaluation, type RaisedFinding, UPCASTERS } from '#libs/evaluation';
import { EventSchemas } from '#libs/event-store';
import { contentHash } from '#libs/sheet';
import type { Evidence, SchemeText, Statement } from '../evidence.js';
import { checkAllowed, type Given } from './allowed.js';
import { isOfEvaluation } from './commands.js';
import { Delegations } from './delegations.js';
import type { Envelope, Read } from './envelope.js';
import type { Faults } from './faults.js';
import { ScoreCheck } from './score-check.js';
import { checkStatement, statementOf } from './statement-check.js';
import { TwoPersons } from './two-persons.js';
import { type YearOfDecisions, Years } from './years.js';

/** What the control part found. */
export interface Controlled {
  readonly evaluations: number;
  readonly years: readonly YearOfDecisions[];
  readonly scores: { readonly checked: number; readonly schemeUnknown: number };
  readonly statements: number;
  /** Evaluations that cannot be replayed to their end, because a payload was erased by order or is spoilt. */
  readonly notReplayed: readonly string[];
}

/** One evaluation while the log goes by. */
interface Matter {
  state: Evaluation;
  /** Of its newest event. */
  position: number;
  readonly persons: TwoPersons;
  /** A submission waits for the checks of the same append. */
  submission: { readonly event: EvaluationEvent; readonly given: Given } | null;
  /** As it stood at the position to which statements were derived, when it has moved since. */
  stated: Statement | null | undefined;
  /** A payload is missing: nothing after it can be replayed. */
  blind: boolean;
}

const PREFIX = 'evaluation-';

/**
 * The log replayed: each fact against the rules, each decision against 一事双审, each score computed again, and in the end
 * what is published against what the log says. Keeps a state for each evaluation and nothing for each event.
 */
export class Control {
  readonly #schemas = new EventSchemas(UPCASTERS);
  readonly #matters = new Map<string, Matter>();
  readonly #scores: ScoreCheck;
  readonly #years = new Years();
  readonly #delegations = new Delegations();

  constructor(
    private readonly faults: Faults,
    private readonly statementsTo: number,
  ) {
    this.#scores = new ScoreCheck(faults);
  }

  /** The schemes that come with the product, before anything else. */
  async begin(evidence: Pick<Evidence, 'schemes'>): Promise<void> {
    for await (const scheme of evidence.schemes()) this.#scores.scheme(scheme);
  }

  fact(read: Read): void {
    const { position, envelope, data } = read;
    this.#delegations.follow(read);
    if (envelope.type === 'SchemePublished' && data !== null) this.#scores.scheme(data as SchemeText, position);
    if (!envelope.stream.startsWith(PREFIX)) return;
    const id = envelope.stream.slice(PREFIX.length);
    const matter = this.#matter(id);
    if (position > this.statementsTo && matter.stated === undefined) matter.stated = statementOf(id, matter.state);
    matter.position = position;
    if (!isOfEvaluation(envelope.type))
      this.faults.add('fact.unknown', { position, evaluation: id, type: envelope.type });
    else if (data === null) matter.blind = true;
    else this.#replay(matter, this.#given(position, id, envelope, matter.state), this.#event(envelope, data));
  }

  /** After the last fact: what is published. */
  async end({ statements, manifest }: Pick<Evidence, 'statements' | 'manifest'>): Promise<Controlled> {
    const published = new Set<string>();
    for await (const statement of statements()) {
      published.add(statement.evaluation);
      const matter = this.#matters.get(statement.evaluation);
      if (matter?.blind) continue;
      const replayed = matter && stated(statement.evaluation, matter);
      if (replayed) checkStatement(statement, replayed, matter.position, this.faults);
      else this.faults.add('statement.unfounded', { evaluation: statement.evaluation });
    }
    for (const [id, matter] of this.#matters) {
      this.#settle(matter);
      if (stated(id, matter) && manifest.statementsTo >= 0 && !published.has(id))
        this.faults.add('statement.missing', { position: matter.position, evaluation: id });
    }
    return {
      evaluations: this.#matters.size,
      years: this.#years.told(),
      scores: this.#scores.counts,
      statements: published.size,
      notReplayed: [...this.#matters].filter(([, { blind }]) => blind).map(([id]) => id),
    };
  }

  #replay(matter: Matter, given: Given, event: EvaluationEvent): void {
    const { position, envelope, evaluation: id } = given;
    const ofSubmission = this.#settle(matter, given, event);
    if (event.type === 'EvaluationSubmitted') matter.submission = { event, given };
    else if (!ofSubmission && !matter.blind) checkAllowed({ event }, given, this.faults);
    const before = matter.state;
    if (event.type === 'ScoreRecomputed' && before.stage !== 'NEW' && !matter.blind)
      this.#scores.score(event.data, before, { position, evaluation: id });
    matter.state = evaluation.evolve(before, event);
    if (event.type === 'EvaluationSubmitted') this.#checkContent(matter, given, event.data.contentHash);
    const decision = matter.persons.follow(position, envelope, event.data as never);
    if (decision?.why) this.faults.add('control.two-persons', { position, evaluation: id, why: decision.why });
    if (decision) this.#years.decided(id, matter.state, decision);
  }

  /** A submission is looked at together with the checks that came with it; answers whether this fact was those. */
  #settle(matter: Matter, next?: Given, event?: EvaluationEvent): boolean {
    const { submission } = matter;
    if (submission === null) return false;
    matter.submission = null;
    const together = event?.type === 'ChecksRun' && next?.envelope.commandId === submission.given.envelope.commandId;
    const findings: readonly RaisedFinding[] = together ? event.data.findings : [];
    if (!matter.blind) checkAllowed({ event: submission.event, findings }, submission.given, this.faults);
    return together;
  }

  #checkContent({ state, blind }: Matter, { position, evaluation: id }: Given, signed: string): void {
    if (state.stage === 'NEW' || blind || contentHash(state.sheet) === signed) return;
    this.faults.add('control.content', { position, evaluation: id });
  }

  #given(position: number, id: string, envelope: Envelope, state: Evaluation): Given {
    const { actor, recordedAt } = envelope;
    const behind = actor.onBehalfOf === undefined ? undefined : this.#delegations.behind(actor.personId, recordedAt);
    return { position, evaluation: id, envelope, state, delegators: behind };
  }

  #event({ type, schema }: Envelope, data: unknown): EvaluationEvent {
    return { type, data: this.#schemas.upcast(type, schema, data) } as EvaluationEvent;
  }

  #matter(id: string): Matter {
    const known = this.#matters.get(id);
    if (known) return known;
    const matter: Matter = {
      state: evaluation.initial,
      position: -1,
      persons: new TwoPersons(),
      submission: null,
      stated: undefined,
      blind: false,
    };
    this.#matters.set(id, matter);
    return matter;
  }
}

/** As it stood when the statements were derived. */
const stated = (id: string, { stated: then, state }: Matter): Statement | null =>
  then === undefined ? statementOf(id, state) : then;
