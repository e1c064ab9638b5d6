import type { Json } from '#libs/kernel';

/** What stands where somebody's words stood. */
export const BLANK = '〔依令删除〕';

/** Streams whose facts are folded again: decisions rest on them, so what they rest on is kept. */
const FOLDED = /^(?:evaluation|delegation)-/;
/** Streams that hold what people left behind and nothing is decided from. */
const LEFT_BEHIND = /^(?:session|refusal|account|registry)-/;

/** Whether events of the stream can be erased at all. Rules, campaigns and orders of erasure stay. */
export const isErasable = (stream: string): boolean => FOLDED.test(stream) || LEFT_BEHIND.test(stream);

/**
 * Fields whose text is no person's words but what the process rests on: who, which, when, on which hash, how much. Every
 * other text is blanked, also in fields that do not exist yet.
 */
const PROCESS = new Set([
  ...['by', 'personId', 'onBehalfOf', 'delegator', 'delegate', 'campaignId', 'unitId', 'departmentId'],
  ...['id', 'itemId', 'findingId', 'rule', 'severity', 'occasion', 'at', 'path', 'from', 'until', 'kind', 'dueAt'],
  ...['contentHash', 'inputHash', 'hash', 'seed', 'step', 'gate', 'openGates', 'scheme', 'version', 'code'],
  ...['unit', 'value', 'percent', 'base', 'parent', 'direction', 'maxPoints', 'points', 'total', 'choice', 'level'],
  ...['reviewerScore', 'unitOfMeasure', 'items'],
]);
/** Fields of a report's head that say how it stands, and not who made it. */
const HEAD = new Set(['/head/unitName', '/head/fiscalYear', '/head/selfScore', '/head/selfGrade', '/head/preparedOn']);

/** What is kept of an event's data: the same shape with people's words blanked; null where nothing is. */
export function keptOf(stream: string, data: Json): Json | null {
  return FOLDED.test(stream) ? blanked(data, '') : null;
}

function blanked(value: Json, field: string): Json {
  if (typeof value === 'string') return PROCESS.has(field) ? value : BLANK;
  if (Array.isArray(value)) return value.map((one) => blanked(one, field));
  if (typeof value !== 'object' || value === null) return value;
  const { path } = value as { readonly path?: unknown };
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const ofHead = typeof inner === 'string' && typeof path === 'string' && HEAD.has(path);
      if (ofHead && (name === 'before' || name === 'after')) return [name, inner];
      // The answers of a checklist stand under names that a scheme gave.
      return [name, blanked(inner as Json, field === 'items' && inner !== null && isAnswer(inner) ? 'items' : name)];
    }),
  );
}

const isAnswer = (value: unknown): boolean => value === 'yes' || value === 'no' || value === 'not-applicable';
