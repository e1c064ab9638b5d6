// biome-ignore lint/suspicious/noExplicitAny: the OpenAPI document is read as any client would
type Json = any;

/** One operation of the API as its description tells it. */
export interface Described {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly spec: Json;
}

/** Every operation of the description. */
export function operationsOf(document: Json): Described[] {
  return Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, spec]) => ({
      ...{ operation: spec.operationId, method: method.toUpperCase(), path, spec },
    })),
  );
}

/** A body and a query string that the description calls valid, so that only the policy is left to object. */
export function sampleRequest(document: Json, { spec }: Described): { body?: unknown; type?: string; query: string } {
  const content = Object.entries<Json>(spec.requestBody?.content ?? {})[0];
  const needed = (spec.parameters ?? []).filter((one: Json) => one.in === 'query' && one.required);
  const query = needed.map(
    ({ name, schema }: Json) => `${name}=${encodeURIComponent(String(sample(document, schema)))}`,
  );
  return {
    ...(content && { body: sample(document, content[1].schema), type: content[0] }),
    query: query.length > 0 ? `?${query.join('&')}` : '',
  };
}

function sample(document: Json, schema: Json): unknown {
  if (schema.$ref) return sample(document, document.components.schemas[schema.$ref.split('/').at(-1)]);
  if (schema.example !== undefined) return schema.example;
  if (schema.allOf) return sample(document, schema.allOf[0]);
  if (schema.oneOf) return sample(document, schema.oneOf[0]);
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, () => sample(document, schema.items));
    case 'object': {
      const required: string[] = schema.required ?? [];
      // What need not be said but has an example is said: a body may need one of several.
      const shown = Object.keys(schema.properties ?? {}).filter(
        (name) => schema.properties[name].example !== undefined,
      );
      return Object.fromEntries(
        [...new Set([...required, ...shown])].map((name) => [name, sample(document, schema.properties[name])]),
      );
    }
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    default:
      return text(schema);
  }
}

function text({ format, pattern, minLength = 1, maxLength = 100 }: Json): string {
  if (format === 'date-time') return '2022-03-01T00:00:00.000Z';
  if (format === 'date') return '2022-03-01';
  if (pattern === undefined) return '某'.repeat(Math.min(Math.max(minLength, 10), maxLength));
  const tries = ['a'.repeat(64), 'sample-1', '1', '2022-03-01', 'sample@1', '431225', '117003', '/sections'];
  return tries.find((one) => new RegExp(pattern, 'u').test(one) && one.length <= maxLength) ?? 'sample';
}
