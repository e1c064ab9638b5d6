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
import { Evaluations } from '../evaluation/evaluations.js';
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
    await this.evaluations.see(id, identity);
    const page = await proven(this.pool, `evaluation-${id}`, query.from ?? 0, query.limit ?? 100);
    // After the page was read: an opinion that came meanwhile is not in it, and one that is in it is seen.
    await this.#refuseSealed(id, identity);
    return page;
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
    const { state } = await this.evaluations.see(id, identity);
    await this.#refuseSealed(id, identity);
    if (this.#bundles >= MOST_BUNDLES) throw new DomainError('too-soon', 'evidence.too-many');
    await this.record.exported(request, 'exportEvidence');
    const zip = await this.#zip(id, state.task.unitName, identity);
    return reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="evidence-${id.replace(/[^\w.-]/g, '_')}.zip"`)
      .send(zip);
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

  /** The exact events hold every word: nobody gets them while one is sealed for him. */
  async #refuseSealed(id: string, identity: Identity): Promise<void> {
    const { events } = await this.store.read(`evaluation-${id}`);
    const reviews = reviewsFor(identity.personId, events as unknown as readonly Dated[]);
    if (reviews.some(({ sealed }) => sealed)) throw new DomainError('conflict', 'evidence.opinion-sealed');
  }

  /** The zip while the snapshot is open; whoever stops reading closes it. */
  async #zip(evaluation: string, unitName: string, identity: Identity): Promise<Readable> {
    const shipped = await this.schemes.list([]);
    const schemes = shipped.map(({ file, hash }) => ({
      ...{ id: file.id, version: file.version, hash, text: canonicalJson(file) },
    }));
    const madeAt = new Date().toISOString();
    const witnesses = { keys: [], quorum: 0 };
    const beside = { madeAt, scope: { of: 'evaluation' as const, id: evaluation }, keys: [], witnesses, schemes };
    const out = new PassThrough();
    this.#bundles += 1;
    return new Promise((resolve, reject) => {
      withDatabase(this.pool, beside, async (evidence) => {
        await this.#refuseSealed(evaluation, identity); // in the snapshot, as above
        resolve(out);
        const files = bundleFiles(evidence, { evaluation, unitName, attachments: this.attachments });
        await pipeline(Readable.from(zipped(files, madeAt)), out);
      })
        // Of a bundle that has begun its reader is told by the break.
        .catch(reject)
        .finally(() => {
          this.#bundles -= 1;
        });
    });
  }
}
