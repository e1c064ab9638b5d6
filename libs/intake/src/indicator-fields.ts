import { createHash } from 'node:crypto';
import type { Indicator } from '#libs/sheet';
import type { Findings } from './findings.js';

/** Most rows a sheet's table of indicators is given from a document. */
const MOST = 200;

/**
 * The indicators as fields. A row's id is made from its words, so that the same row of another document is the same field;
 * of two rows with the same words and other values, both are kept.
 */
export function indicatorFields(
  indicators: readonly Indicator[],
  findings: Findings,
): readonly (readonly [string, Indicator])[] {
  const fields = new Map<string, Indicator>();
  for (const indicator of indicators.slice(0, MOST)) {
    const words = [indicator.level1, indicator.level2, indicator.name].join('\n');
    const path = `/indicators/r${createHash('sha256').update(words).digest('hex').slice(0, 10)}`;
    const kept = fields.get(path);
    if (!kept) fields.set(path, indicator);
    else if (said(kept) !== said(indicator)) findings.conflicts.push({ path, kept, other: indicator });
  }
  return [...fields];
}

function said({ source: _, ...values }: Indicator): string {
  return JSON.stringify(values);
}
