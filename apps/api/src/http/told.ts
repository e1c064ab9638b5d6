import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiProperty,
  type ApiPropertyOptions,
  getSchemaPath,
} from '@nestjs/swagger';

/** What the OpenAPI document says of answers; the web interface is typed from it, and tests hold every answer against it. */
const KINDS = {
  text: { type: 'string' },
  decimal: { type: 'string', format: 'decimal' },
  moment: { type: 'string', format: 'date-time' },
  day: { type: 'string', format: 'date' },
  whole: { type: 'integer' },
  number: { type: 'number' },
  flag: { type: 'boolean' },
  anything: {},
} as const;
type Kind = keyof typeof KINDS | Type;

interface About {
  /** May be null. */
  readonly nullable?: boolean;
  /** May be absent. */
  readonly optional?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

const schemaOf = (kind: Kind) => (typeof kind === 'string' ? KINDS[kind] : { $ref: getSchemaPath(kind) });
const modelsOf = (...kinds: readonly Kind[]) => ApiExtraModels(...kinds.filter((kind) => typeof kind !== 'string'));
const said = ({ optional, ...about }: About) => ({ ...about, required: optional !== true });

/** A field of an answer: of one kind, or a list of it. */
export function Has(kind: Kind | readonly [Kind], about: About = {}): PropertyDecorator {
  const [one, isArray] = Array.isArray(kind) ? [kind[0] as Kind, true] : [kind as Kind, false];
  // The function has to be named `type`, or the document refers to a schema without a name.
  const api = typeof one === 'string' && !isArray ? KINDS[one] : { type: typeOf(one), isArray };
  return ApiProperty({ ...api, ...said(about) } as ApiPropertyOptions);
}

const typeOf = (kind: Kind) => (typeof kind === 'string' ? ('type' in KINDS[kind] ? KINDS[kind].type : Object) : kind);

/** One of a few words. */
export function Word(enumName: string, words: readonly string[], about: About & { readonly isArray?: boolean } = {}) {
  return ApiProperty({ enum: [...words], enumName, ...said(about) } as ApiPropertyOptions);
}

/** An object with keys that are data, and fields of one kind. */
export function MapOf(kind: Kind, about: About = {}): PropertyDecorator {
  const api = { type: 'object', additionalProperties: schemaOf(kind), ...said(about) };
  return both(modelsOf(kind), ApiProperty(api as unknown as ApiPropertyOptions));
}

/** One of several forms. */
export function OneOf(kinds: readonly Kind[], about: About = {}): PropertyDecorator {
  const api = { oneOf: kinds.map(schemaOf), ...said(about) } as ApiPropertyOptions;
  return both(modelsOf(...kinds), ApiProperty(api));
}

/** A list, each of one of several forms. */
export function ListOfOne(kinds: readonly Kind[], about: About = {}): PropertyDecorator {
  const api = { type: 'array', items: { oneOf: kinds.map(schemaOf) }, ...said(about) } as ApiPropertyOptions;
  return both(modelsOf(...kinds), ApiProperty(api));
}

const both =
  (models: ReturnType<typeof ApiExtraModels>, property: PropertyDecorator): PropertyDecorator =>
  (target, key) => {
    models(target.constructor);
    property(target, key);
  };

const list = (row: Type, more: Record<string, object> = {}) => ({
  type: 'object' as const,
  required: ['items', ...Object.keys(more)],
  properties: { items: { type: 'array' as const, items: { $ref: getSchemaPath(row) } }, ...more },
});
const NEXT = { type: 'string', nullable: true, description: 'cursor of the next page; null: the end' };
const FRESH = { type: 'integer', description: 'position of the log the page contains at least' };

/** Answers a page of rows that says up to which position of the log it is fresh. */
export const AnswersPage = (row: Type) =>
  applyDecorators(ApiExtraModels(row), ApiOkResponse({ schema: list(row, { next: NEXT, freshAsOf: FRESH }) }));

/** Answers a page of the registry, which is no projection and always fresh. */
export const AnswersPlainPage = (row: Type) =>
  applyDecorators(ApiExtraModels(row), ApiOkResponse({ schema: list(row, { next: NEXT }) }));

/** Answers all there is. */
export const AnswersList = (row: Type) => applyDecorators(ApiExtraModels(row), ApiOkResponse({ schema: list(row) }));

export const Answers = (type: Type | readonly [Type]) =>
  Array.isArray(type) ? ApiOkResponse({ type: type[0], isArray: true }) : ApiOkResponse({ type: type as Type });
export const AnswersCreated = (type: Type) => ApiCreatedResponse({ type });
