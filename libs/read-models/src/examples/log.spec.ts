import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { EvaluationEvent } from '#libs/evaluation';
import { type EventStore, InMemoryEventStore } from '#libs/event-store';
import type { Event } from '#libs/kernel';
import { project } from '#libs/projection';
import { PROJECTIONS } from '../index.js';

/** A log in memory and its projections in the test's own database. */
export class Told {
  readonly store: EventStore = new InMemoryEventStore();
  readonly #versions = new Map<string, number>();

  constructor(private readonly pool: Pool) {}

  /** Records what the person did in the stream, as the next version. */
  async happened(stream: string, person: string, ...events: readonly Event[]): Promise<void> {
    for (const event of events) {
      const before = this.#versions.get(stream) ?? 0;
      await this.store.append(stream, before, [event], {
        actor: { personId: person, accountId: `account-of-${person}`, role: 'tester', memberOf: [] },
        commandId: randomUUID(),
        correlationId: 'request-1',
      });
      this.#versions.set(stream, before + 1);
    }
  }

  /** Takes every projection to the end of the log. */
  async project(): Promise<void> {
    for (const projection of PROJECTIONS) while ((await project(this.pool, this.store, projection)) > 0);
  }
}

const HASH = 'a'.repeat(64);
const FINDING = {
  id: 'R05-0a1b2c3d',
  rule: 'R05',
  severity: 'ERROR',
  message: { zh: '公用经费控制率 144.15 %', en: '144.15 %' },
  at: ['/figures/EXP.BASIC.GOODS'],
} as const;

/** One of each fact of an evaluation, by the person who made it true. */
export const FACTS = {
  TaskIssued: {
    type: 'TaskIssued',
    data: {
      campaignId: '431225-2021',
      unitId: 'centre',
      unitName: '会同县工伤保险服务中心',
      departmentId: 'department',
      fiscalYear: 2021,
      kind: 'whole-unit',
      dueAt: '2022-05-31T16:00:00.000Z',
    },
  },
  DraftImported: {
    type: 'DraftImported',
    data: {
      by: 'yang',
      document: { name: '自评.txt', sha256: HASH, characters: 10 },
      changes: [{ path: '/head/selfScore', before: null, after: '92' }],
    },
  },
  DraftEdited: {
    type: 'DraftEdited',
    data: { by: 'wu', changes: [{ path: '/head/selfScore', before: '92', after: '87' }] },
  },
  ItemAnswered: { type: 'ItemAnswered', data: { by: 'yang', itemId: 'v1-1', answer: '已说明' } },
  FindingAnswered: {
    type: 'FindingAnswered',
    data: { by: 'yang', version: 1, finding: FINDING, answer: '追加的是县里交办的扶贫经费' },
  },
  UnitChecked: { type: 'UnitChecked', data: { by: 'lin', contentHash: HASH } },
  UnitSigned: { type: 'UnitSigned', data: { by: 'su', contentHash: HASH } },
  EvaluationSubmitted: { type: 'EvaluationSubmitted', data: { by: 'yang', version: 1, contentHash: HASH } },
  ChecksRun: {
    type: 'ChecksRun',
    data: { by: 'yang', version: 1, contentHash: HASH, occasion: 'submission', findings: [FINDING] },
  },
  FindingWaived: {
    type: 'FindingWaived',
    data: { by: 'liang', version: 1, findingId: FINDING.id, rule: 'R05', reason: '超支有县政府批文，同意保留' },
  },
  SubmissionWithdrawn: { type: 'SubmissionWithdrawn', data: { by: 'yang', version: 1, reason: '数据有误' } },
  FirstReviewPassed: {
    type: 'FirstReviewPassed',
    data: { by: 'long', version: 1, contentHash: HASH, opinion: '情况属实' },
  },
  SecondReviewPassed: {
    type: 'SecondReviewPassed',
    data: { by: 'liang', version: 1, contentHash: HASH, opinion: '同意' },
  },
  ReviewerAssigned: {
    type: 'ReviewerAssigned',
    data: {
      by: 'system:assignment',
      version: 1,
      step: 'first',
      personId: 'long',
      drawn: { seed: '5eed', lawful: [{ personId: 'long', open: 0 }], excluded: [] },
    },
  },
  ReviewerMissing: {
    type: 'ReviewerMissing',
    data: {
      by: 'system:assignment',
      version: 1,
      step: 'second',
      excluded: [{ personId: 'long', reason: 'other-seat' }],
      borrowable: 1,
    },
  },
  ExpertAsked: {
    type: 'ExpertAsked',
    data: { by: 'long', version: 1, personId: 'dai', question: '超支是否有批文？' },
  },
  ExpertAnswered: { type: 'ExpertAnswered', data: { by: 'dai', version: 1, opinion: '批文有效，口径正确。' } },
  ReviewerRecused: {
    type: 'ReviewerRecused',
    data: { by: 'long', version: 1, reason: '与该单位负责人有亲属关系' },
  },
  PassRevoked: { type: 'PassRevoked', data: { by: 'long', version: 1, reason: '需再核对' } },
  EvaluationReturned: {
    type: 'EvaluationReturned',
    data: {
      by: 'long',
      from: 'first-review',
      version: 1,
      reason: '数据与说明不一致，请核对',
      items: [{ id: 'v1-1', path: '/figures/EXP.BASIC', text: '差0.38万元' }],
    },
  },
  ScoreRecomputed: {
    type: 'ScoreRecomputed',
    data: {
      version: 1,
      scheme: { id: 's', version: '1' },
      inputHash: HASH,
      score: { indicators: [], total: '10.00' },
    },
  },
  SampledForRecheck: { type: 'SampledForRecheck', data: { by: 'system:sampling', version: 1, sampleId: 'draw-1' } },
  RecheckRecorded: {
    type: 'RecheckRecorded',
    data: { by: 'qin', version: 1, contentHash: HASH, opinion: '公用经费超支，应扣分。', recheckScore: '86.5' },
  },
  EvaluationFinalized: {
    type: 'EvaluationFinalized',
    data: {
      ...{ by: 'shi', version: 1, contentHash: HASH },
      ...{ selfScore: '92', systemScore: '87.00', recheckScore: '86.5' },
    },
  },
  RectificationOrdered: {
    type: 'RectificationOrdered',
    data: {
      ...{ by: 'shi', version: 1, basis: '抽查复核发现公用经费超支', dueOn: '2022-07-30' },
      findings: [
        { id: 'z1', text: '公用经费超预算', path: '/figures/EXP.BASIC' },
        { id: 'z2', text: '无整改措施' },
      ],
    },
  },
  RectificationReplied: {
    type: 'RectificationReplied',
    data: { by: 'yang', findingId: 'z1', reply: '已修订公用经费管理办法' },
  },
  RectificationRejected: {
    type: 'RectificationRejected',
    data: { by: 'liang', findingId: 'z1', reason: '没有附上修订后的管理办法' },
  },
  RectificationClosed: { type: 'RectificationClosed', data: { by: 'liang', findingId: 'z1', note: '已核对，销号' } },
  EvaluationPublished: {
    type: 'EvaluationPublished',
    data: {
      ...{ by: 'su', version: 1, contentHash: HASH, place: '县政府门户网站', publishedOn: '2022-08-12' },
      repliedOn: '2022-08-01',
    },
  },
  PublicationCorrected: {
    type: 'PublicationCorrected',
    data: {
      ...{ by: 'shi', version: 1, contentHash: HASH, place: '县政府门户网站', publishedOn: '2022-08-15' },
      ...{ url: 'https://www.example.gov.cn/zp/2021', reason: '原公开网址失效，更换网址' },
    },
  },
  EvaluationArchived: { type: 'EvaluationArchived', data: { by: 'shi', version: 1, contentHash: HASH } },
} as const satisfies { [Type in EvaluationEvent['type']]: Extract<EvaluationEvent, { type: Type }> };

/** Who makes each fact true. */
export const BY: Readonly<Record<keyof typeof FACTS, string>> = {
  TaskIssued: 'shi',
  DraftImported: 'yang',
  DraftEdited: 'wu',
  ItemAnswered: 'yang',
  FindingAnswered: 'yang',
  UnitChecked: 'lin',
  UnitSigned: 'su',
  EvaluationSubmitted: 'yang',
  ChecksRun: 'yang',
  FindingWaived: 'liang',
  SubmissionWithdrawn: 'yang',
  FirstReviewPassed: 'long',
  SecondReviewPassed: 'liang',
  ReviewerAssigned: 'system:assignment',
  ReviewerMissing: 'system:assignment',
  ExpertAsked: 'long',
  ExpertAnswered: 'dai',
  ReviewerRecused: 'long',
  PassRevoked: 'long',
  EvaluationReturned: 'long',
  ScoreRecomputed: 'system:scoring',
  SampledForRecheck: 'system:sampling',
  RecheckRecorded: 'qin',
  EvaluationFinalized: 'shi',
  RectificationOrdered: 'shi',
  RectificationReplied: 'yang',
  RectificationRejected: 'liang',
  RectificationClosed: 'liang',
  EvaluationPublished: 'su',
  PublicationCorrected: 'shi',
  EvaluationArchived: 'shi',
};
