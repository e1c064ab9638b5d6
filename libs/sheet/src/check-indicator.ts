import { checkSource } from './check-source.js';
import { boolean, choice, closed, decimalText, text } from './shapes.js';
import type { Direction, Indicator } from './sheet.js';

const DIRECTIONS: readonly Direction[] = ['GTE', 'GT', 'EQ', 'LTE', 'LT', 'QUALITATIVE'];
const REQUIRED = ['level1', 'level2', 'name', 'direction', 'target', 'actual', 'unitOfMeasure', 'maxPoints', 'points'];
const NAME_LENGTH = 200;
const EXPLANATION_LENGTH = 2_000;

/**
 * Accepts an indicator row from outside. Target and actual value are decimals, or words when the indicator is
 * qualitative; points are decimals.
 */
export function checkIndicator(path: string, value: unknown): Indicator {
  const row = closed(value, path, [...REQUIRED, 'deviationExplanation', 'core', 'source'], REQUIRED);
  for (const key of ['level1', 'level2', 'name', 'unitOfMeasure']) {
    text(row[key], `${path}/${key}`, { min: key === 'name' ? 1 : 0, max: NAME_LENGTH });
  }
  const direction = choice(row.direction, `${path}/direction`, DIRECTIONS);
  for (const key of ['target', 'actual']) {
    if (row[key] === null) continue;
    if (direction === 'QUALITATIVE') text(row[key], `${path}/${key}`, { max: NAME_LENGTH });
    else decimalText(row[key], `${path}/${key}`);
  }
  for (const key of ['maxPoints', 'points']) {
    if (row[key] !== null) decimalText(row[key], `${path}/${key}`);
  }
  if (row.deviationExplanation !== undefined) {
    text(row.deviationExplanation, `${path}/deviationExplanation`, { max: EXPLANATION_LENGTH });
  }
  if (row.core !== undefined) boolean(row.core, `${path}/core`);
  if (row.source !== undefined) checkSource(row.source, `${path}/source`);
  return row as unknown as Indicator;
}
