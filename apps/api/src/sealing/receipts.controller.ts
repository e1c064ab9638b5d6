import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { receiptParts } from '#libs/audit';
import { EventStore, type Recorded } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { receiptOf, sealingNow } from '#libs/sealing';
import { Evaluations } from '../evaluation/evaluations.js';
import { LoggedInAs } from '../http/order.js';
import { ReceiptAnswer, ReceiptableStep, ReceiptList } from './receipts.dto.js';

/** A submission and what was decided about it. */
const RECEIPTED: ReadonlySet<string> = new Set([
  ...['EvaluationSubmitted', 'SubmissionWithdrawn', 'FirstReviewPassed', 'SecondReviewPassed'],
  ...['PassRevoked', 'EvaluationReturned'],
]);

/** What a person takes home of a submission or a decision, to be checked years later without us. */
@ApiTags('evaluation')
@Controller('api/evaluations/:id/receipts')
export class ReceiptsController {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly store: EventStore,
    private readonly pool: Pool,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listReceipts', summary: '可领取回执的步骤 · The steps a receipt can be had of' })
  @ApiOkResponse({ type: ReceiptList })
  async list(@Param('id') id: string, @LoggedInAs() identity: Identity): Promise<ReceiptList> {
    await this.evaluations.see(id, identity);
    const { events } = await this.store.read(`evaluation-${id}`);
    const { size } = await sealingNow(this.pool);
    return { items: events.filter(({ type }) => RECEIPTED.has(type)).map((event) => stepOf(event, size)) };
  }

  @Get(':number')
  @ApiOperation({
    operationId: 'getReceipt',
    summary: '送审或审定的回执 · The receipt of a submission or decision: what proves it, and what its QR codes hold',
  })
  @ApiOkResponse({ type: ReceiptAnswer })
  async receipt(
    @Param('id') id: string,
    @Param('number') number: string,
    @LoggedInAs() identity: Identity,
  ): Promise<ReceiptAnswer> {
    await this.evaluations.see(id, identity);
    const { events } = await this.store.read(`evaluation-${id}`);
    const event = events.find(({ version, type }) => String(version) === number && RECEIPTED.has(type));
    if (event === undefined) throw new DomainError('not-found', 'receipt.not-found');
    const receipt = await receiptOf(this.pool, event.position);
    if (receipt === undefined) throw new DomainError('conflict', 'receipt.not-sealed');
    const { text, origin, size, root } = receipt;
    const { keys } = await sealingNow(this.pool);
    const fileName = `${event.type}-${event.position}.tlog-proof`;
    return { ...stepOf(event, size), fileName, text, parts: receiptParts(text), origin, size, root, keys };
  }

  @Get(':number/file')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiOperation({
    operationId: 'getReceiptFile',
    summary: '回执文件（C2SP tlog-proof） · The receipt as a file that anybody can check offline',
  })
  async file(
    @Param('id') id: string,
    @Param('number') number: string,
    @LoggedInAs() identity: Identity,
    @Res() reply: FastifyReply,
  ) {
    const { text, fileName } = await this.receipt(id, number, identity);
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .send(text);
  }
}

const stepOf = ({ version, position, type, recordedAt, actor }: Recorded, size: number): ReceiptableStep => ({
  ...{ number: version, position, type, at: recordedAt, personId: actor.personId, sealed: position < size },
});
