import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotLoggedIn } from '../http/refusals.js';
import { knownOf } from '../http/request.js';
import { Live } from './live.js';

@ApiTags('notices')
@Controller('api/notifications')
export class StreamController {
  constructor(private readonly live: Live) {}

  @Get('stream')
  @ApiOperation({
    operationId: 'streamNotifications',
    summary: '站内通知实时推送（SSE） · My notices as they come, as server-sent events',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'goes on after this event' })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { session } = knownOf(request);
    if (session === undefined) throw new NotLoggedIn();
    const last = request.headers['last-event-id'];
    const { body } = await this.live.open(session.identity.personId, session.id, [last].flat()[0]);
    // Somebody who left before the first byte.
    request.raw.once('close', () => reply.raw.destroyed && body.destroy());
    await reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(body);
  }
}
