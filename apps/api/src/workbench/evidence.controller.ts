import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { Attachments } from '#libs/attachments';
import { type Dated, reviewsFor } from '#libs/evaluation';
import { EventStore } from '#libs/event-store';
import { proven, withDatabase } from '#libs/export';
import type { Identity } from '#libs/identity';
import { canonicalJson, DomainError } from '#libs/kernel';
import { dualReview } from '#libs/read-models';
import { Schemes } from '#libs/schemes';
import { Evaluations, type Seen } from '../evaluation/evaluations.js';
import { NeedsConfirmation } from '../http/access.js';
import { AuditorRecord } from '../http/auditor-record.js';
import { LoggedInAs } from '../http/order.js';
import { readerOf } from '../lists/reading.js';
import { bundleFiles, zipped } from './bundle.js';
import { DualReviewAnswer, EvidenceAnswer, EvidenceQuery } from './evidence.dto.js';

/** Bundles that one process makes at a time: each holds a connection while it lasts. */
const MOST_BUNDLES = 3;

/** 证据: what an auditor takes away, or checks in the page, without trusting the server. */
@ApiTags('workbench')
@Controller('api')
export class EvidenceController {
  #bundles = 0;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly evaluations: Evaluations,
    private readonly schemes: Schemes,
    private readonly attachments: Attachments,
    private readonly record: AuditorRecord,
  ) {}

  @Get('evaluations/:id/evidence')
  @ApiOperation({
    operationId: 'getEvidence',
    summary:
      '事件原文及其证明，供在页面中核验 · The exact events with their proofs, to be checked by whoever reads them',
  })
  @ApiOkResponse({ type: EvidenceAnswer })
  async evidence(@Param('id') id: string, @Query() query: EvidenceQuery, @LoggedInAs() identity: Identity) {
    await this.#open(id, identity);
    return proven(this.pool, `evaluation-${id}`, query.from ?? 0, query.limit ?? 100);
  }

  @Get('evaluations/:id/evidence.zip')
  @NeedsConfirmation()
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({ operationId: 'exportEvidence', summary: '证据包 · One matter as a bundle that proves itself' })
  async bundle(
    @Param('id') id: string,
    @LoggedInAs() identity: Identity,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { state } = await this.#open(id, identity);
    if (this.#bundles >= MOST_BUNDLES) throw new DomainError('too-soon', 'evidence.too-many');
    await this.record.exported(request, 'exportEvidence');
    const { unitName } = state.task;
    return reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="evidence-${id.replace(/[^\w.-]/g, '_')}.zip"`)
      .send(await this.#zip(id, unitName));
  }

  @Get('dual-review')
  @ApiOperation({
    operationId: 'getDualReview',
    summary: '一事双审年度证明 · N matters decided, each by two persons, none a participant, on one content',
  })
  @ApiOkResponse({ type: DualReviewAnswer })
  async dualReview(@LoggedInAs() identity: Identity): Promise<DualReviewAnswer> {
    return { years: await dualReview(this.pool, readerOf(identity)) };
  }

  /** The evaluation, within reach and with nothing in it that is sealed for the person: the exact events hold every word. */
  async #open(id: string, identity: Identity): Promise<Seen> {
    const seen = await this.evaluations.see(id, identity);
    const { events } = await this.store.read(`evaluation-${id}`);
    const reviews = reviewsFor(identity.personId, events as unknown as readonly Dated[]);
    if (reviews.some(({ sealed }) => sealed)) throw new DomainError('conflict', 'evidence.opinion-sealed');
    return seen;
  }

  /** The zip while the snapshot is open; whoever stops reading closes it. */
  async #zip(evaluation: string, unitName: string): Promise<Readable> {
    const shipped = await this.schemes.list([]);
    const schemes = shipped.map(({ file, hash }) => ({
      ...{ id: file.id, version: file.version, hash, text: canonicalJson(file) },
    }));
    const madeAt = new Date().toISOString();
    const witnesses = { keys: [], quorum: 0 };
    const beside = { madeAt, scope: { of: 'evaluation' as const, id: evaluation }, keys: [], witnesses, schemes };
    const out = new PassThrough();
    this.#bundles += 1;
    void withDatabase(this.pool, beside, (evidence) =>
      pipeline(
        Readable.from(zipped(bundleFiles(evidence, { evaluation, unitName, attachments: this.attachments }), madeAt)),
        out,
      ),
    )
      .catch((error: Error) => out.destroy(error))
      .finally(() => {
        this.#bundles -= 1;
      });
    return out;
  }
}
