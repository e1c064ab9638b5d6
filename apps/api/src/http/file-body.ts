import type { FastifyInstance } from 'fastify';

export const FILE = 'application/octet-stream';

/** Files come as streams: whoever takes one reads it, within bounds of his own. */
export function takeFilesAsTheyCome(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(FILE, (_, payload, done) => done(null, payload));
}
