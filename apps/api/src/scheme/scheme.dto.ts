import { Anything, Shaped } from '../http/fields.js';

export class SchemeTextDto {
  @Anything(
    { type: 'string', maxLength: 500_000 },
    { description: 'the scheme file: JSON as schemes/scheme.schema.json says' },
  )
  readonly text!: unknown;
}

export class WhatIfDto {
  @Shaped(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}@[1-9]\d{0,5}$/, { example: 'hunan-whole-unit-A@1', optional: true })
  readonly scheme?: string | null;
  @Anything(
    { type: 'string', maxLength: 500_000 },
    { optional: true, description: 'a scheme file instead of a known one' },
  )
  readonly text?: unknown;
  @Anything({ type: 'array', items: { type: 'object' } }, { description: 'changes of an empty sheet, as in editDraft' })
  readonly changes!: unknown;
}
