import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Identity } from '#libs/identity';
import { INFORMING_KINDS } from '#libs/notices';
import { copied, done, evaluations, findings, initiated, todo } from '#libs/read-models';
import { given } from '../http/given.js';
import { LoggedInAs } from '../http/order.js';
import { AnswersPage } from '../http/told.js';
import { ActedRowAnswer, CopiedRowAnswer, EvaluationRowAnswer, FindingRowAnswer } from './lists.answer.js';
import { EvaluationsQuery, FindingsQuery, ListQuery } from './lists.dto.js';
import { Reading } from './reading.js';

@ApiTags('lists')
@Controller('api')
export class ListsController {
  constructor(private readonly reading: Reading) {}

  @Get('todo')
  @ApiOperation({ operationId: 'listToDos', summary: '待办 · What waits for me' })
  @AnswersPage(EvaluationRowAnswer)
  todo(@Query() query: ListQuery, @LoggedInAs() identity: Identity) {
    return this.reading.page(query, identity, todo);
  }

  @Get('done')
  @ApiOperation({ operationId: 'listDone', summary: '已办 · What I have done' })
  @AnswersPage(ActedRowAnswer)
  done(@Query() query: ListQuery, @LoggedInAs() identity: Identity) {
    return this.reading.page(query, identity, done);
  }

  @Get('initiated')
  @ApiOperation({ operationId: 'listInitiated', summary: '我发起的 · What I have begun' })
  @AnswersPage(ActedRowAnswer)
  initiated(@Query() query: ListQuery, @LoggedInAs() identity: Identity) {
    return this.reading.page(query, identity, initiated);
  }

  @Get('copied')
  @ApiOperation({ operationId: 'listCopied', summary: '抄送我的 · What I was informed of' })
  @AnswersPage(CopiedRowAnswer)
  copied(@Query() query: ListQuery, @LoggedInAs() identity: Identity) {
    return this.reading.page(query, identity, (pool, reader, page) => copied(pool, reader, INFORMING_KINDS, page));
  }

  @Get('evaluations')
  @ApiOperation({
    operationId: 'listEvaluations',
    summary: '自评列表：在谁手上、多久 · Evaluations, who has them and since when',
  })
  @AnswersPage(EvaluationRowAnswer)
  evaluations(@Query() query: EvaluationsQuery, @LoggedInAs() identity: Identity) {
    const { limit, cursor, after, ...filter } = query;
    return this.reading.page({ limit, cursor, after } as ListQuery, identity, (pool, reader, page) =>
      evaluations(pool, reader, given(filter), page),
    );
  }

  @Get('findings')
  @ApiOperation({
    operationId: 'listFindings',
    summary: '校验结果：送审版本的问题 · Findings of the cross-checks against versions under review',
  })
  @AnswersPage(FindingRowAnswer)
  findings(@Query() query: FindingsQuery, @LoggedInAs() identity: Identity) {
    const { limit, cursor, after, waived, ...filter } = query;
    const asked = { ...given(filter), ...(waived === undefined ? {} : { waived: waived === 'true' }) };
    return this.reading.page({ limit, cursor, after } as ListQuery, identity, (pool, reader, page) =>
      findings(pool, reader, asked, page),
    );
  }
}
