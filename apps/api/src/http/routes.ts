import type { FastifyInstance } from 'fastify';

/** The routes there are, so that a wrong method can be told from a wrong address. */
export class Routes {
  readonly #patterns: { readonly method: string; readonly url: string; readonly path: RegExp }[] = [];

  /** Listens from now on; call it before any route is added. */
  learnFrom(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of Array.isArray(method) ? method : [method]) {
        if (url.includes('*')) continue;
        this.#patterns.push({
          method: one,
          url,
          path: new RegExp(`^${url.replace(/[.+]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+')}/?$`),
        });
      }
    });
  }

  /** Every method and pattern. */
  all(): readonly { readonly method: string; readonly url: string }[] {
    return this.#patterns;
  }

  methodsAt(url: string): string[] {
    const path = url.split('?', 1)[0] ?? '';
    return [...new Set(this.#patterns.filter((route) => route.path.test(path)).map(({ method }) => method))].sort();
  }
}
