import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { Settings } from '#libs/config';
import { type Material, type Opinion, placeName, type TrailEntry } from '#libs/documents';
import { type Dated, type EnclosedFile, type EvaluationEvent, type Issued, reviewsFor } from '#libs/evaluation';
import { EventStore } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { trail } from '#libs/read-models';
import type { Sheet } from '#libs/sheet';
import { hashOf } from '../evaluation/evaluation.view.js';
import type { Seen } from '../evaluation/evaluations.js';
import { Examinations } from '../evaluation/examinations.js';
import { Versions } from '../evaluation/versions.js';
import { readerOf } from '../lists/reading.js';
import { eventName, gateName, roleName } from './words.js';

/** Gathers what documents are made from, as far as the person who asks may read it. */
@Injectable()
export class Gathering {
  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly settings: Settings,
    private readonly versions: Versions,
    private readonly examinations: Examinations,
  ) {}

  /** The content as it stands, or one submitted version; what is said of the content only where it is the current one. */
  async material(id: string, { state }: Seen, identity: Identity, number?: number): Promise<Material> {
    const submitted = number === undefined ? undefined : await this.versions.find(id, number);
    const version = number ?? state.version;
    const sheet = submitted?.sheet ?? state.sheet;
    const current = version === state.version && hashOf(sheet) === hashOf(state.sheet);
    const draft = submitted === undefined && state.submittedHash === null;
    const { task } = state;
    return {
      ...{ evaluationId: id, kind: task.kind, version, draft, sheet, contentHash: hashOf(sheet) },
      ...{
        unitName: task.unitName,
        fiscalYear: task.fiscalYear,
        departmentName: await this.#unitName(task.departmentId),
      },
      ...(task.project && { projectName: task.project.name }),
      link: `${this.settings.publicUrl}/evaluations/${id}`,
      score: current ? scoreOf(state) : null,
      findings: current ? await this.#findings(state) : [],
      opinions: await this.#opinions(id, sheet, identity),
    };
  }

  /** Everything that happened to it, as the person may read it. */
  async trail(id: string, identity: Identity): Promise<readonly TrailEntry[]> {
    const entries: TrailEntry[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await trail(
        this.pool,
        readerOf(identity),
        { evaluationId: id },
        { limit: 200, ...(cursor && { cursor }) },
      );
      for (const { position, recordedAt, personName, personId, role, type, refused, data } of page.items)
        entries.push({
          ...{ position, recordedAt, person: personName ?? personId, role: roleName(role), what: eventName(type) },
          ...{ refused, data },
        });
      cursor = page.next;
    }
    return entries;
  }

  async #findings(state: Issued): Promise<Material['findings']> {
    const shown = await this.examinations.shown(state, new Date().toISOString());
    return shown.map(({ rule, severity, message, answer, waiver }) => ({
      ...{ rule, severity, message },
      ...{ answer: answer?.text ?? null, waiver: waiver?.reason ?? null },
    }));
  }

  /** A sealed opinion stays sealed in print. */
  async #opinions(id: string, sheet: Sheet, { personId }: Identity): Promise<Opinion[]> {
    const { events } = await this.store.read<EvaluationEvent>(`evaluation-${id}`);
    const history = events as unknown as readonly Dated[];
    const from = history.flatMap((event) =>
      event.type === 'EvaluationReturned' ? [event.data.from] : REVIEWED.has(event.type) ? [null] : [],
    );
    const reviews = reviewsFor(personId, history).map((review, n) => ({ ...review, from: from[n] ?? null }));
    const names = await this.#names(reviews.map(({ by }) => by));
    return reviews.flatMap((review): Opinion[] => {
      // What a recheck said is no opinion of the two reviews.
      if (review.from?.startsWith('unit-') || review.from === 'recheck' || review.kind === 'recheck') return [];
      const { opinion, reason, items } = review;
      const remarks = opinion?.remarks?.map((remark) => ({ ...remark, answer: null })) ?? [];
      return [
        {
          step: review.kind === 'second-pass' || review.from === 'second-review' ? 'second' : 'first',
          outcome: review.kind === 'return' ? 'returned' : review.revoked ? 'revoked' : 'passed',
          ...{ version: review.version, at: review.at, person: names[review.by] ?? review.by, sealed: review.sealed },
          text: opinion?.opinion ?? reason,
          ...(opinion?.gate && { gate: gateName(opinion.gate) }),
          ...(opinion?.reviewerScore && { reviewerScore: opinion.reviewerScore }),
          points: [...remarks, ...items].map(({ path, text, attachments, answer }) => ({
            place: placeName(sheet, path),
            text: withFiles(text, attachments),
            answer,
          })),
        },
      ];
    });
  }

  async #names(persons: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const { rows } = await this.pool.query<{ id: string; name: string }>({
      name: 'api.names',
      text: 'select id, name from registry.person where id = any($1)',
      values: [persons],
    });
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }

  async #unitName(id: string): Promise<string> {
    const { rows } = await this.pool.query<{ name: string }>('select name from registry.unit where id = $1', [id]);
    return rows[0]?.name ?? '';
  }
}

const REVIEWED = new Set<EvaluationEvent['type']>(['FirstReviewPassed', 'SecondReviewPassed', 'RecheckRecorded']);

function withFiles(text: string, files: readonly EnclosedFile[] = []): string {
  return files.length === 0 ? text : `${text}（附：${files.map(({ name }) => name).join('、')}）`;
}

function scoreOf({ score, version }: Issued): Material['score'] {
  if (score?.version !== version) return null;
  const { scheme, score: computed } = score;
  return { scheme: `${scheme.id}@${scheme.version}`, total: computed.total, indicators: computed.indicators };
}
