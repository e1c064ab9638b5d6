import { type Evaluation, type EvaluationEvent, evaluation, type RaisedFinding, UPCASTERS } from '#libs/evaluation';
import { EventSchemas } from '#libs/event-store';
import { contentHash } from '#libs/sheet';
import type { Evidence, SchemeText, Statement } from '../evidence.js';
import { checkAllowed, type Given } from './allowed.js';
import { isOfEvaluation } from './commands.js';
import { Delegations } from './delegations.js';
import type { Envelope, Read } from './envelope.js';
import type { Faults, Where } from './faults.js';
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
  /** Evaluations that cannot be replayed to their end, because a payload is spoilt. */
  readonly notReplayed: readonly string[];
  /** Evaluations of which words were erased by order: persons, steps and decisions are controlled, the content is not. */
  readonly withoutWords: readonly string[];
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
  /** Words of its content were erased by order: what rests on the whole content cannot be computed again. */
  wordless: boolean;
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
    const { position, envelope, data, erased } = read;
    this.#delegations.follow(read);
    if (envelope.type === 'SchemePublished' && data !== null) this.#scores.scheme(data as SchemeText, position);
    if (!envelope.stream.startsWith(PREFIX)) return;
    const id = envelope.stream.slice(PREFIX.length);
    const matter = this.#matter(id);
    this.#guarded(matter, { position, evaluation: id, type: envelope.type }, () => {
      if (position > this.statementsTo && matter.stated === undefined) matter.stated = statementOf(id, matter.state);
      matter.position = position;
      if (!isOfEvaluation(envelope.type))
        this.faults.add('fact.unknown', { position, evaluation: id, type: envelope.type });
      else if (data === null) matter.blind = true;
      else if (erased)
        this.#kept(matter, this.#given(position, id, envelope, matter.state), this.#event(envelope, data));
      else this.#replay(matter, this.#given(position, id, envelope, matter.state), this.#event(envelope, data));
    });
  }

  /** After the last fact: what is published. */
  async end({ statements, manifest }: Pick<Evidence, 'statements' | 'manifest'>): Promise<Controlled> {
    const published = new Set<string>();
    for await (const statement of statements()) {
      published.add(statement.evaluation);
      const matter = this.#matters.get(statement.evaluation);
      if (matter?.blind) continue;
      const replayed = matter && this.#stated(statement.evaluation, matter);
      if (matter?.blind) continue;
      if (replayed) checkStatement(statement, replayed, matter.position, this.faults);
      else this.faults.add('statement.unfounded', { evaluation: statement.evaluation });
    }
    for (const [id, matter] of this.#matters) {
      this.#guarded(matter, { position: matter.position, evaluation: id, type: 'EvaluationSubmitted' }, () =>
        this.#settle(matter),
      );
      if (this.#stated(id, matter) && manifest.statementsTo >= 0 && !published.has(id))
        this.faults.add('statement.missing', { position: matter.position, evaluation: id });
    }
    return {
      evaluations: this.#matters.size,
      years: this.#years.told(),
      scores: this.#scores.counts,
      statements: published.size,
      notReplayed: this.#idsOf(({ blind }) => blind),
      withoutWords: this.#idsOf(({ wordless }) => wordless),
    };
  }

  /**
   * Bytes of somebody else may hold anything under a right hash: what cannot be replayed is a fault of the log, told at its
   * place, and the rest is looked at all the same.
   */
  #guarded<T>(matter: Matter, where: Where, replay: () => T): T | undefined {
    try {
      return replay();
    } catch (error) {
      matter.blind = true;
      this.faults.add('fact.unreadable', { ...where, reason: (error as Error).message });
      return undefined;
    }
  }

  #stated(id: string, matter: Matter): Statement | null | undefined {
    const { position } = matter;
    return this.#guarded(matter, { position, evaluation: id, type: 'statement' }, () => stated(id, matter));
  }

  #replay(matter: Matter, given: Given, event: EvaluationEvent): void {
    const { position, evaluation: id } = given;
    const ofSubmission = this.#settle(matter, given, event);
    if (event.type === 'EvaluationSubmitted') matter.submission = { event, given };
    else if (!ofSubmission && !matter.blind && !matter.wordless) checkAllowed({ event }, given, this.faults);
    const before = matter.state;
    if (event.type === 'ScoreRecomputed' && before.stage !== 'NEW' && !matter.blind && !matter.wordless)
      this.#scores.score(event.data, before, { position, evaluation: id });
    this.#moveOn(matter, given, event);
    if (event.type === 'EvaluationSubmitted') this.#checkContent(matter, given, event.data.contentHash);
  }

  #moveOn(matter: Matter, { position, envelope, evaluation: id }: Given, event: EvaluationEvent): void {
    matter.state = evaluation.evolve(matter.state, event);
    const decision = matter.persons.follow(position, envelope, event.data as never);
    if (decision?.why) this.faults.add('control.two-persons', { position, evaluation: id, why: decision.why });
    if (decision) this.#years.decided(id, matter.state, decision);
  }

  /** A fact without its words: state and persons follow from what was kept, the rules cannot be asked. */
  #kept(matter: Matter, given: Given, event: EvaluationEvent): void {
    this.#settle(matter, given, event);
    matter.wordless = true;
    this.#moveOn(matter, given, event);
  }

  /** A submission is looked at together with the checks that came with it; answers whether this fact was those. */
  #settle(matter: Matter, next?: Given, event?: EvaluationEvent): boolean {
    const { submission } = matter;
    if (submission === null) return false;
    matter.submission = null;
    const together = event?.type === 'ChecksRun' && next?.envelope.commandId === submission.given.envelope.commandId;
    const findings: readonly RaisedFinding[] = together ? event.data.findings : [];
    if (!matter.blind && !matter.wordless)
      checkAllowed({ event: submission.event, findings }, submission.given, this.faults);
    return together;
  }

  #checkContent({ state, blind, wordless }: Matter, { position, evaluation: id }: Given, signed: string): void {
    if (state.stage === 'NEW' || blind || wordless || contentHash(state.sheet) === signed) return;
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

  #idsOf(which: (matter: Matter) => boolean): readonly string[] {
    return [...this.#matters].filter(([, matter]) => which(matter)).map(([id]) => id);
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
      wordless: false,
    };
    this.#matters.set(id, matter);
    return matter;
  }
}

/** As it stood when the statements were derived. */
const stated = (id: string, { stated: then, state }: Matter): Statement | null =>
  then === undefined ? statementOf(id, state) : then;
