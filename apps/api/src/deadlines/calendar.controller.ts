import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Identity } from '#libs/identity';
import { answered, CommandAnswer } from '../http/answers.js';
import { LoggedInAs, type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated } from '../http/told.js';
import { CalendarBook } from './calendar-book.js';
import { CalendarAnswer } from './deadlines.answer.js';
import { CalendarQuery, DayDto } from './deadlines.dto.js';

@ApiTags('deadlines')
@Controller('api/calendar')
export class CalendarController {
  constructor(private readonly book: CalendarBook) {}

  @Get(':year')
  @ApiOperation({
    operationId: 'getCalendar',
    summary: '放假调休安排与更正 · Holidays, days worked instead, and the division’s corrections',
  })
  @Answers(CalendarAnswer)
  get(@Param('year') year: string, @Query() { divisionCode }: CalendarQuery, @LoggedInAs() identity: Identity) {
    return this.book.year(Number(year), divisionCode ?? undefined, identity);
  }

  @Post('days')
  @ApiOperation({
    operationId: 'correctDay',
    summary: '更正某日为放假或上班，须说明理由 · Correct a day of the division, for a reason',
  })
  @AnswersCreated(CommandAnswer)
  async correct(
    @Body() { divisionCode, day, kind, reason }: DayDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return answered(reply, await this.book.correct(divisionCode, { day, kind, reason }, order));
  }
}
