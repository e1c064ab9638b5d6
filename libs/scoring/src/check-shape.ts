import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { canonicalJson } from '#libs/kernel';
import type { Faults } from './faults.js';
import { escaped } from './located-json.js';
import { SCHEME_SCHEMA } from './scheme-schema.js';

let validate: ValidateFunction | undefined;

/** Checks a value against the JSON Schema of scheme files; compiled once a process, of our own schema only. */
export function checkShape(value: unknown, faults: Faults): void {
  validate ??= new Ajv2020({ strictTypes: false, strictRequired: false }).compile(SCHEME_SCHEMA);
  if (!validate(value)) {
    const errors = validate.errors ?? [];
    const told = errors.find(({ keyword }) => keyword === 'anyOf') ?? errors[0];
    if (told) faults.add('scheme.shape', pointerOf(told), { reason: reasonOf(told) });
  } else if (!hasCanonicalForm(value)) faults.add('scheme.shape', '', { reason: 'must be well-formed Unicode' });
}

function pointerOf({ instancePath, params }: ErrorObject): string {
  return params.additionalProperty === undefined
    ? instancePath
    : `${instancePath}/${escaped(String(params.additionalProperty))}`;
}

function reasonOf({ keyword, message, params }: ErrorObject): string {
  if (keyword === 'enum') return `must be one of ${(params.allowedValues as readonly string[]).join(', ')}`;
  if (keyword === 'anyOf') return 'must take one of the allowed forms';
  if (keyword === 'additionalProperties') return 'is not known here';
  return message ?? keyword;
}

/** A lone surrogate has no canonical form and could not be hashed. */
function hasCanonicalForm(value: unknown): boolean {
  try {
    canonicalJson(value);
    return true;
  } catch {
    return false;
  }
}
