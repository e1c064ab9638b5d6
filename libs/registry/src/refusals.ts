import { violationOf } from '#libs/database';
import { DomainError, type RefusalKind } from '#libs/kernel';

/** Every code the registry can refuse with. */
export const REGISTRY_REFUSALS = {
  'registry.duplicate': 'conflict',
  'registry.unknown-reference': 'invalid',
  'registry.unit-below-itself': 'conflict',
  'registry.not-found': 'not-found',
  'phrase.too-many': 'conflict',
  'page.unknown-cursor': 'invalid',
} as const satisfies Record<string, RefusalKind>;

/** Constraint → what it says and which field of the order is at fault. */
const CONSTRAINTS: Readonly<Record<string, readonly [keyof typeof REGISTRY_REFUSALS, string]>> = {
  fiscal_division_pkey: ['registry.duplicate', '/code'],
  fiscal_division_name_key: ['registry.duplicate', '/name'],
  unit_division_code_code_key: ['registry.duplicate', '/code'],
  unit_division_code_name_key: ['registry.duplicate', '/name'],
  unit_division_code_fkey: ['registry.unknown-reference', '/divisionCode'],
  unit_parent_id_division_code_fkey: ['registry.unknown-reference', '/parentId'],
  unit_check: ['registry.unit-below-itself', '/parentId'],
  unit_circle: ['registry.unit-below-itself', '/parentId'],
  phrase_unit_id_fkey: ['registry.unknown-reference', '/unitId'],
  conflict_unit_id_fkey: ['registry.unknown-reference', '/unitId'],
};

export function registryRefusal(
  code: keyof typeof REGISTRY_REFUSALS,
  details: Readonly<Record<string, unknown>> = {},
): DomainError {
  return new DomainError(REGISTRY_REFUSALS[code], code, details);
}

/** The refusal behind a broken constraint; any other error as it is. */
export function asRefusal(error: unknown): unknown {
  const [code, pointer] = CONSTRAINTS[violationOf(error)?.constraint ?? ''] ?? [];
  return code === undefined ? error : registryRefusal(code, { pointer });
}
