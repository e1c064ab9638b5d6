import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import files from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiModule } from './api.module.js';
import { takeFilesAsTheyCome } from './http/file-body.js';
import { MOST_BYTES, readJsonBodies } from './http/json-body.js';
import { NestLog } from './http/nest-log.js';
import { ProblemFilter } from './http/problem.filter.js';
import { refuseOpenRoutes } from './http/refuse-open-routes.js';
import { Routes } from './http/routes.js';
import { securityHeaders } from './http/security-headers.js';
import { readSpreadsheetBodies } from './http/spreadsheet-body.js';
import { describeApi } from './open-api.js';
import type { Resources } from './resources.js';

/** The API, ready to listen or to be asked in process. Closing it leaves the resources open. */
export async function createApi(resources: Resources): Promise<NestFastifyApplication> {
  const { log, settings } = resources;
  const routes = new Routes();
  const everywhere = { ...(await securityHeaders()), 'cache-control': 'no-store' };
  let filter: ProblemFilter | undefined;
  const adapter = new FastifyAdapter({
    bodyLimit: MOST_BYTES,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    // Only `request.ip` may be read of what it changes: protocol and host are those of PUBLIC_URL.
    trustProxy: settings.trustedProxies ?? false,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 128 },
    // What fails before there is a route, and before any hook: a path that cannot be decoded.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(everywhere);
      void filter?.answer(error, request, reply);
    },
  });
  const fastify = adapter.getInstance();
  routes.learnFrom(fastify);
  readJsonBodies(fastify);
  readSpreadsheetBodies(fastify);
  takeFilesAsTheyCome(fastify);
  await fastify.register(cookie);
  // Only `sendFile`: which file answers a path is decided by the site slice.
  await fastify.register(files, {
    root: resources.site.folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(everywhere).header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    log.request(request, reply);
    done();
  });

  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.over(resources, routes), adapter, {
    bodyParser: false,
    logger: new NestLog(log),
    abortOnError: false,
  });
  filter = app.get(ProblemFilter);
  refuseOpenRoutes(app);
  describeApi(app);
  await app.init();
  await fastify.ready();
  return app;
}
