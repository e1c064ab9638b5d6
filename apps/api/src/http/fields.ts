import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

/** Fields of request bodies and queries: one decorator says what is checked and what the OpenAPI document says of it. */
interface FieldOptions {
  readonly optional?: boolean;
  readonly example?: unknown;
  readonly description?: string;
}

type DtoClass = new () => object;

const nested = new WeakMap<object, Map<string, () => DtoClass>>();
const numbers = new WeakMap<object, Set<string>>();

/** The class of what stands in a field, or of the items of its list, when they are objects of their own. */
export function itemsOf(dto: DtoClass, property: string): DtoClass | undefined {
  return inherited(nested, dto)
    .find((fields) => fields.has(property))
    ?.get(property)?.();
}

/** Whether the field is a number, which a query string spells in digits. */
export function isNumber(dto: DtoClass, property: string): boolean {
  return inherited(numbers, dto).some((fields) => fields.has(property));
}

/** What is known of the class and of those it extends. */
function inherited<T>(known: WeakMap<object, T>, dto: DtoClass): T[] {
  const found: T[] = [];
  for (
    let prototype = dto.prototype as object | null;
    prototype !== null;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    const fields = known.get(prototype);
    if (fields !== undefined) found.push(fields);
  }
  return found;
}

/** Everything that could turn a text into something else on a screen, in a log or in a file: control characters, bidi marks. */
const PRINTABLE = /^(?:[\n\t]|[^\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069])*$/u;

function field(
  { optional, example, description }: FieldOptions,
  api: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
) {
  const said = {
    ...api,
    ...(example === undefined ? {} : { example }),
    ...(description === undefined ? {} : { description }),
    required: optional !== true,
  } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(said), ...(optional ? [IsOptional()] : [IsDefined()]), ...checks);
}

/** Printable text of so many UTF-16 units. */
export function Text(min: number, max: number, options: FieldOptions = {}) {
  return field(
    options,
    { type: 'string', minLength: min, maxLength: max },
    IsString(),
    Length(min, max),
    Matches(PRINTABLE, { message: 'printable' }),
  );
}

/** Text of one shape. */
export function Shaped(pattern: RegExp, options: FieldOptions = {}) {
  return field(options, { type: 'string', pattern: pattern.source }, IsString(), Matches(pattern));
}

/** A name as somebody's machine gave it; `fileName` makes of it what is kept. */
export function FileName() {
  return field(
    { example: '佐证材料.pdf', description: 'name of the file' },
    { type: 'string' },
    IsString(),
    Length(1, 255),
  );
}

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** An identifier handed out by this system. */
export function Id(options: FieldOptions = {}) {
  return Shaped(ID, options);
}

/** One of a few words. */
export function Choice(enumName: string, words: readonly string[], options: FieldOptions = {}) {
  return field(options, { enum: [...words], enumName }, IsIn(words));
}

/** Some of a few words, each once. */
export function Choices(enumName: string, words: readonly string[], options: FieldOptions = {}) {
  const each = { each: true };
  return field(
    options,
    { enum: [...words], enumName, isArray: true, uniqueItems: true },
    IsArray(),
    ArrayMaxSize(words.length),
    ArrayUnique(),
    IsIn(words, each),
  );
}

/** A moment: ISO 8601 with a zone. */
export function Instant(options: FieldOptions = {}) {
  return field(
    options,
    { type: 'string', format: 'date-time' },
    IsString(),
    IsISO8601({ strict: true, strictSeparator: true }),
    Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/),
  );
}

/** A day: YYYY-MM-DD. */
export function Day(options: FieldOptions = {}) {
  return field(
    options,
    { type: 'string', format: 'date' },
    IsString(),
    IsISO8601({ strict: true }),
    Matches(/^\d{4}-\d\d-\d\d$/),
  );
}

/** SHA-256 in hex. */
export function Hash(options: FieldOptions = {}) {
  return Shaped(/^[0-9a-f]{64}$/, options);
}

/** A whole number. */
export function Whole(min: number, max: number, options: FieldOptions = {}) {
  const remember: PropertyDecorator = (target, property) => {
    numbers.set(target, new Set([...(numbers.get(target) ?? []), String(property)]));
  };
  return field(options, { type: 'integer', minimum: min, maximum: max }, IsInt(), Min(min), Max(max), remember);
}

/** Yes or no. */
export function Flag(options: FieldOptions = {}) {
  return field(options, { type: 'boolean' }, IsBoolean());
}

const holding =
  (type: () => DtoClass): PropertyDecorator =>
  (target, property) => {
    nested.set(target, new Map([...(nested.get(target) ?? []), [String(property), type]]));
  };

/** An object with fields of its own. */
export function One(type: () => DtoClass, options: FieldOptions = {}) {
  // The function has to be named `type`, or the document refers to a schema without a name.
  return field(options, { type: () => type() }, IsObject(), holding(type));
}

/** A list of objects, each checked. */
export function ListOf(type: () => DtoClass, min: number, max: number, options: FieldOptions = {}) {
  return field(
    options,
    // The function has to be named `type`, or the document refers to a schema without a name.
    { type: () => type(), isArray: true, minItems: min, maxItems: max },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    holding(type),
  );
}

/** A list of identifiers. */
export function Ids(min: number, max: number, options: FieldOptions = {}) {
  const each = { each: true };
  return field(
    options,
    { type: 'array', items: { type: 'string', pattern: ID.source }, minItems: min, maxItems: max },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsString(each),
    Matches(ID, each),
  );
}

/** A list of whole numbers from 0. */
export function Numbers(min: number, max: number, options: FieldOptions = {}) {
  const each = { each: true };
  return field(
    options,
    { type: 'integer', isArray: true, minItems: min, maxItems: max },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsInt(each),
    Min(0, each),
    Max(Number.MAX_SAFE_INTEGER, each),
  );
}

/** What the code behind the edge checks itself. */
export function Anything(api: ApiPropertyOptions, options: FieldOptions = {}) {
  return field(options, api);
}
