/** Bounds of a scheme file. They keep a hostile or mistaken file from costing more than a glance. */
export const LIMITS = {
  characters: 512 * 1024,
  nesting: 16,
  names: 200,
  indicators: 300,
  formulaCharacters: 300,
  formulaNodes: 100,
  formulaDepth: 64,
  /** Over all formulas together. */
  parts: 5000,
  choices: 5,
} as const;

const decimal = { type: 'string', pattern: '^-?\\d{1,9}(\\.\\d{1,6})?$' };
const points = { type: 'string', pattern: '^\\d{1,3}(\\.\\d{1,2})?$' };
const positive = { type: 'string', pattern: '^(?!0+(\\.0+)?$)\\d{1,9}(\\.\\d{1,6})?$' };
const identifier = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9-]{0,63}$' };
const label = { type: 'string', minLength: 1, maxLength: 200 };
const words = { type: 'string', minLength: 1, maxLength: 2000 };
const formula = { type: 'string', minLength: 1, maxLength: LIMITS.formulaCharacters };
const provenance = { source: words, sourceRead: { type: 'boolean' } };

function object(properties: Record<string, unknown>, optional: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'object',
    properties: { ...properties, ...optional },
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

const list = (items: unknown, minItems = 1, maxItems = 100) => ({ type: 'array', items, minItems, maxItems });
const rounding = object({
  decimals: { type: 'integer', minimum: 0, maximum: 8 },
  mode: { enum: ['half-up', 'down'] },
});
const side = { enum: ['above', 'below', 'either'] };
const defaults = {
  ifNotApplicable: decimal,
  ifAbsent: {
    type: 'object',
    if: { required: ['formula'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits this object
    then: object({ formula, assumption: label }),
    else: object({ value: { anyOf: [decimal, { const: 'not-applicable' }] }, assumption: label }),
  },
};
const level = object({ id: identifier, label, from: points }, { fixed: { type: 'boolean' } });

const rules: Record<string, [Record<string, unknown>, Record<string, unknown>?]> = {
  proportional: [{ target: positive }],
  step: [{ side, of: decimal, each: positive, deduct: points, round: { enum: ['down', 'up'] } }],
  'per-point': [{ side, of: decimal, deduct: points }],
  bands: [
    { bands: list(object({ points }, { atMost: decimal, below: decimal, atLeast: decimal, above: decimal }), 2) },
  ],
  checklist: [{ style: { enum: ['earn', 'lose'] }, items: list(object({ id: identifier, label, points })) }],
  qualitative: [{ levels: list(level, 2, 20) }],
  reverse: [{ target: decimal, convention: { enum: ['linear', 'ratio'] } }],
  equality: [{ target: decimal }],
  rows: [{ level1: list(label, 1, 20), reverse: { enum: ['linear', 'ratio'] }, levels: list(level, 2, 20) }],
  unpublished: [{}],
};

/** One object shape for each value of `kind`, so that an error names what is wrong inside the rule that was meant. */
const rule = {
  type: 'object',
  properties: { kind: { enum: Object.keys(rules) } },
  required: ['kind'],
  allOf: Object.entries(rules).map(([kind, [needed, optional]]) => ({
    if: { properties: { kind: { const: kind } }, required: ['kind'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits this object
    then: object({ kind: { const: kind }, ...needed }, optional),
  })),
};

/** One object shape for each key that tells the sort of name. */
const sorts: Record<string, Record<string, unknown>> = {
  figure: object({ figure: label }, defaults),
  fact: object({ fact: identifier }, { unit: label, ...defaults }),
  formula: object({ formula }),
  choice: object({
    choice: identifier,
    options: list(object({ id: identifier, label, formula }), 2, 10),
    default: identifier,
  }),
};
const name = {
  type: 'object',
  minProperties: 1,
  allOf: Object.entries(sorts).map(([key, shape]) => ({
    if: { required: [key] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits this object
    then: shape,
  })),
  anyOf: Object.keys(sorts).map((key) => ({ required: [key] })),
};

const leaf = object(
  { id: identifier, name: label, points, rule: { $ref: '#/$defs/rule' }, clause: words, ...provenance },
  {
    formula,
    unit: label,
    notApplicable: { enum: ['full', 'leave-out'] },
    zeroBase: {
      ...object(
        {},
        {
          zeroOverZero: { enum: ['not-applicable', 'full', 'not-computable'] },
          overZero: { enum: ['none', 'not-computable'] },
        },
      ),
    },
  },
);
const node = {
  type: 'object',
  if: { required: ['children'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits this object
  then: object({ id: identifier, name: label, points, children: list({ $ref: '#/$defs/node' }) }),
  else: { $ref: '#/$defs/leaf' },
};

/** The JSON Schema (2020-12) of a scheme file; `schemes/scheme.schema.json` is this value printed. */
export const SCHEME_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '评分方案 / scoring scheme',
  ...object(
    {
      id: identifier,
      version: { type: 'string', pattern: '^[1-9]\\d{0,5}$' },
      title: label,
      kind: { enum: ['whole-unit', 'project'] },
      place: label,
      years: object({ from: year() }, { to: year() }),
      ...provenance,
      names: { type: 'object', maxProperties: LIMITS.names, additionalProperties: { $ref: '#/$defs/name' } },
      tree: list({ $ref: '#/$defs/node' }, 1, 20),
      grades: list(object({ grade: label, code: identifier, atLeast: points }), 1, 10),
    },
    {
      $schema: { type: 'string', maxLength: 200 },
      claimTolerance: points,
      rounding: object({}, { rate: rounding, points: rounding }),
      caps: object({
        of: formula,
        bands: list(object({ below: decimal, atMost: points }), 1, 20),
        clause: words,
        ...provenance,
      }),
      deviation: object(
        { over: positive, effect: { enum: ['explain', 'deduct', 'by-degree'] }, clause: words, ...provenance },
        { deduct: points, unlessExplained: { type: 'boolean' } },
      ),
    },
  ),
  $defs: { rule, name, leaf, node },
};

function year(): Record<string, unknown> {
  return { type: 'integer', minimum: 2000, maximum: 2100 };
}
