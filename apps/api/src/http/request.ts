import type { FastifyRequest } from 'fastify';
import type { Session } from '#libs/identity';

/** What the edge learns of a request on its way in. */
export interface Known {
  /** The body as it was sent. */
  text: string;
  /** Whose session came with it. */
  session: Session | undefined;
  token: string | undefined;
  /** The command and its target, once known, for the record of refusals. */
  command: { readonly type: string; readonly target?: string } | undefined;
}

const known = Symbol('known');
type Marked = FastifyRequest & { [known]?: Known };

/** One object for each request, made when first asked for. */
export function knownOf(request: FastifyRequest): Known {
  const marked = request as Marked;
  marked[known] ??= { text: '', session: undefined, token: undefined, command: undefined };
  return marked[known];
}

/** The pattern of the route, never the path itself: a path may name persons. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'none';
}
