import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Identity } from '#libs/identity';
import { LoggedInAs, type Order, Ordered } from '../http/order.js';
import { PhraseBook } from './phrase-book.js';
import { PhraseDto, PhrasesAnswer } from './phrases.dto.js';

/** 常用语: what a reviewer says in opinions again and again, his own or shared by a bureau. */
@ApiTags('phrases')
@Controller('api/phrases')
export class PhrasesController {
  constructor(private readonly book: PhraseBook) {}

  @Get()
  @ApiOperation({ operationId: 'listPhrases', summary: '常用语 · Phrases of my own, and those shared with me' })
  @ApiOkResponse({ type: PhrasesAnswer })
  list(@LoggedInAs() identity: Identity): Promise<PhrasesAnswer> {
    return this.book.of(identity);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'addPhrase',
    summary: '添加常用语，共用的由绩效管理人员添加 · Add one of my own, or, as a manager, one that a unit shares',
  })
  @ApiOkResponse({ type: PhrasesAnswer })
  add(@Body() { text, unitId }: PhraseDto, @Ordered() order: Order): Promise<PhrasesAnswer> {
    return this.book.add(text, unitId ?? undefined, order);
  }

  @Delete(':id')
  @ApiOperation({ operationId: 'removePhrase', summary: '删除常用语 · Remove one' })
  @ApiOkResponse({ type: PhrasesAnswer })
  remove(@Param('id') id: string, @Ordered() order: Order): Promise<PhrasesAnswer> {
    return this.book.remove(id, order);
  }
}
