import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { getMetadataStorage, type ValidationArguments, type ValidatorConstraintInterface } from 'class-validator';
import { DomainError } from '#libs/kernel';
import { isNumber, itemsOf } from './fields.js';

type DtoClass = new () => object;

/** One fault of a request: where (RFC 6901), which check, and what fills its text. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

interface Check {
  readonly name: string;
  readonly each: boolean;
  readonly constraints: readonly unknown[];
  readonly passes: (value: unknown) => boolean;
}

interface Property {
  readonly name: string;
  readonly optional: boolean;
  readonly number: boolean;
  readonly items: Form | undefined;
  readonly checks: readonly Check[];
}

type Form = ReadonlyMap<string, Property>;
type Plain = Record<string, unknown>;

const MOST_FAULTS = 20;
const forms = new WeakMap<DtoClass, Form>();

/**
 * class-validator's decorators, looked up once for each class instead of once for each request (docs/decisions/0007).
 * Refuses unknown keys, names every fault with its place, and hands on the body as it was parsed.
 */
@Injectable()
export class LeanValidation implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'param') return identifier(value);
    if ((type !== 'body' && type !== 'query') || !isDto(metatype)) return value;
    const faults: Fault[] = [];
    const checked = check(
      formOf(metatype),
      type === 'query' ? { ...(value as object) } : value,
      '',
      faults,
      type === 'query',
    );
    if (faults.length > 0) throw new DomainError('invalid', 'request.invalid', { errors: faults });
    return checked;
  }
}

/** What stands in a path names something of ours, or nothing. */
function identifier(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(value))
    throw new DomainError('not-found', 'request.no-such-resource');
  return value;
}

function isDto(metatype: unknown): metatype is DtoClass {
  return typeof metatype === 'function' && metatype !== Object && metatype !== String && metatype !== Array;
}

function check(form: Form, value: unknown, pointer: string, faults: Fault[], spelled = false): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push({ pointer, code: 'field.isObject', details: {} });
    return value;
  }
  const object = value as Plain;
  for (const key of Object.keys(object)) {
    if (!form.has(key))
      faults.push({ pointer: `${pointer}/${escaped(key)}`, code: 'field.unknown', details: { key: key.slice(0, 64) } });
    if (faults.length >= MOST_FAULTS) return value;
  }
  for (const property of form.values()) {
    checkProperty(property, object, `${pointer}/${property.name}`, faults, spelled);
    if (faults.length >= MOST_FAULTS) return value;
  }
  return value;
}

function checkProperty(property: Property, object: Plain, pointer: string, faults: Fault[], spelled: boolean): void {
  const given = Object.hasOwn(object, property.name) ? object[property.name] : undefined;
  if (property.optional && (given === undefined || given === null)) return;
  const value =
    spelled && property.number && typeof given === 'string' && /^-?\d{1,15}$/.test(given) ? Number(given) : given;
  if (value !== given) object[property.name] = value;
  for (const { name, each, constraints, passes } of property.checks) {
    const right = each ? Array.isArray(value) && value.every(passes) : passes(value);
    if (right) continue;
    faults.push({ pointer, code: `field.${name}`, details: { a: constraints[0], b: constraints[1] } });
    return;
  }
  if (property.items === undefined) return;
  if (!Array.isArray(value)) check(property.items, value, pointer, faults);
  else {
    for (const [n, item] of value.entries()) {
      check(property.items, item, `${pointer}/${n}`, faults);
      if (faults.length >= MOST_FAULTS) return;
    }
  }
}

function formOf(dto: DtoClass): Form {
  const known = forms.get(dto);
  if (known) return known;
  const storage = getMetadataStorage();
  const rules = storage.groupByPropertyName(storage.getTargetValidationMetadatas(dto, '', true, false));
  const form = new Map<string, Property>();
  forms.set(dto, form);
  for (const [name, metadatas] of Object.entries(rules)) {
    const items = itemsOf(dto, name);
    form.set(name, {
      name,
      optional: metadatas.some(({ type }) => type === 'conditionalValidation'),
      number: isNumber(dto, name),
      items: items && formOf(items),
      // Decorators of one property are recorded from the last to the first.
      checks: metadatas
        .filter(({ type }) => type === 'customValidation' || type === 'isDefined')
        .reverse()
        .sort((a, b) => rank(a.name) - rank(b.name))
        .map((metadata) => {
          const constraints: readonly unknown[] = metadata.constraints ?? [];
          const instances = storage
            .getTargetValidatorConstraints(metadata.constraintCls)
            .map(({ instance }) => instance as ValidatorConstraintInterface);
          const args = { constraints, property: name, targetName: dto.name } as unknown as ValidationArguments;
          return {
            name: metadata.message === 'printable' ? 'printable' : (metadata.name ?? 'wrong'),
            each: metadata.each,
            constraints,
            passes: (value: unknown) =>
              instances.every((instance) => instance.validate(value, { ...args, value }) === true),
          };
        }),
    });
  }
  return form;
}

/** What a thing is comes before how long it is or what it looks like. */
function rank(name: string | undefined): number {
  if (name === 'isDefined') return 0;
  return name?.startsWith('is') && name !== 'isLength' ? 1 : 2;
}

const escaped = (key: string): string => key.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1');
