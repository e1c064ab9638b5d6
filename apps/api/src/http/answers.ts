import { ApiProperty } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Appended } from '#libs/event-store';

/** What a command answers: the stream's version now and the position of its last event; a list asked with `after=<position>` contains it. */
export class CommandAnswer {
  @ApiProperty({ type: 'integer', minimum: 0 }) readonly version!: number;
  @ApiProperty({ type: 'integer', minimum: -1, description: '-1: nothing had to change' }) readonly position!: number;
}

/** Equal for the first request under a key and for every repetition. */
export function answered(reply: FastifyReply, { version, position }: Appended): CommandAnswer {
  reply.header('etag', `"${version}"`);
  return { version, position };
}
