import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { policyOf } from '#libs/authorization';
import { answeredOnce, NONCE } from './http/content-policy.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The OpenAPI document of the API, with the one form of refusal every operation may answer. */
export function documentOf(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('双审 · Shuangshen')
    .setDescription(
      '预算单位绩效自评，一事双审。金额和分值均为十进制文字。 · Performance self-evaluations, reviewed by two persons. Amounts and points are decimal strings.',
    )
    .setVersion('0.1.0')
    .addCookieAuth('__Host-session')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM, Decimal: DECIMAL },
  };
  const refusal = {
    description: '拒绝或错误（RFC 9457） · a refusal or a fault',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      operation.responses = { ...operation.responses, default: refusal };
      Object.assign(operation, accessOf(operation.operationId));
    }
  }
  return document;
}

/** Who may, as the table of policies says. */
function accessOf(operation: string | undefined) {
  const { who = [], over = 'nothing' } = policyOf(operation) ?? {};
  const access = who === 'anybody' ? ['public'] : who === 'everybody' ? ['everybody'] : [...who];
  return { 'x-access': access, 'x-over': over };
}

/** `/api/docs` for people and `/api/openapi.json` for programs. */
export function describeApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, documentOf(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: '双审 · API',
    // Without a badge that a server elsewhere would draw, and without a bar whose emblem has its style inside.
    swaggerOptions: { validatorUrl: null, layout: 'BaseLayout' },
  });
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  fastify.addHook('onSend', (request, reply, body, done) => {
    const isPage =
      request.url.startsWith('/api/docs') && String(reply.getHeader('content-type')).startsWith('text/html');
    done(null, isPage && typeof body === 'string' ? answeredOnce(withNonces(body), reply) : body);
  });
}

/** The library's page brings a few styles: elements can carry a nonce, and the one attribute only hides its icons. */
function withNonces(page: string): string {
  return page
    .replaceAll('<style>', `<style nonce="${NONCE}">`)
    .replace(/(<svg [^>]*) style="[^"]*"/, '$1 display="none"');
}

const DECIMAL = {
  type: 'string',
  format: 'decimal',
  pattern: '^-?\\d{1,16}(?:\\.\\d{1,6})?$',
  example: '118.78',
} as const;

const PROBLEM = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' as const, example: 'urn:shuangshen:problem:review.needs-another-person' },
    title: { type: 'string' as const },
    status: { type: 'integer' as const, minimum: 400, maximum: 599 },
    code: { type: 'string' as const, description: 'stable', example: 'review.needs-another-person' },
    detail: { type: 'string' as const, description: 'in the language of Accept-Language: zh-CN (default) or en' },
    rule: { type: 'string' as const, description: 'the rule of the bureau that forbids it', example: 'E1' },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['pointer', 'message'],
        properties: {
          pointer: { type: 'string' as const, description: 'RFC 6901', example: '/items/0/path' },
          message: { type: 'string' as const },
        },
      },
    },
    requestId: { type: 'string' as const, format: 'uuid' },
  },
};
