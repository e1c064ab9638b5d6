import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Ajv, type ValidateFunction } from 'ajv';
import { documentOf } from '../src/open-api.js';

// biome-ignore lint/suspicious/noExplicitAny: JSON schemas are walked as the trees they are
type Schema = any;

/** Holds answers against what the OpenAPI document says of them: a field it does not know is as wrong as one that is missing. */
export class Described {
  static readonly #all = new WeakMap<NestFastifyApplication, Described>();
  readonly #document: Schema;
  readonly #ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  readonly #known = new Map<string, ValidateFunction | undefined>();
  readonly #paths: readonly { readonly pattern: RegExp; readonly path: string }[];

  /** Of this API; its document is made once. */
  static by(app: NestFastifyApplication): Described {
    const known = Described.#all.get(app) ?? new Described(app);
    Described.#all.set(app, known);
    return known;
  }

  private constructor(app: NestFastifyApplication) {
    this.#document = documentOf(app);
    const schemas = Object.entries(this.#document.components.schemas as Record<string, Schema>);
    this.#ajv.addSchema({
      $id: 'api',
      components: { schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, closed(schema)])) },
    });
    // What has fewer variables is meant first: /api/accounts/x before /api/accounts/{id}.
    this.#paths = Object.keys(this.#document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) }));
  }

  /** What is wrong with the answer; nothing: it is as described. */
  faults(method: string, url: string, status: number, body: unknown): readonly string[] {
    const pathname = url.split('?', 1)[0]!;
    const path = this.#paths.find(({ pattern }) => pattern.test(pathname))?.path;
    const operation = path === undefined ? undefined : this.#document.paths[path][method.toLowerCase()];
    if (operation === undefined || status >= 300 || body === undefined || body === '') return [];
    const { operationId } = operation;
    const known = `${operationId} ${status}`;
    if (!this.#known.has(known)) this.#known.set(known, this.#compile(operation.responses[status]));
    const holds = this.#known.get(known);
    if (holds === undefined) return [`${known} is not described`];
    if (holds(body)) return [];
    return holds.errors!.map(
      ({ instancePath, message, params }) => `${known}: ${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  #compile(response: Schema): ValidateFunction | undefined {
    const schema = response?.content?.['application/json']?.schema;
    return schema && this.#ajv.compile({ ...closed(schema), $id: `answer-${this.#known.size}` });
  }
}

/** OpenAPI 3.0 as JSON Schema: `nullable` in its words, references into `api`, and objects that are closed. */
function closed(schema: Schema): Schema {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, $ref, example: _, ...rest } = schema;
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, closed(value)]));
  const plain = {
    ...own,
    ...($ref ? { $ref: `api${$ref}` } : {}),
    ...(rest.properties && rest.type === 'object' && rest.additionalProperties === undefined
      ? { additionalProperties: false }
      : {}),
  };
  return nullable === true ? { anyOf: [{ type: 'null' }, plain] } : plain;
}
