export const STAGES = [
  ...(['DRAFT', 'UNIT_CHECKED', 'UNIT_SIGNED', 'SUBMITTED', 'FIRST_PASSED', 'APPROVED'] as const),
  ...(['SAMPLED', 'RECHECKED', 'FINAL', 'PUBLISHED', 'ARCHIVED'] as const),
] as const;
export type Stage = (typeof STAGES)[number];

/** What a list of evaluations is narrowed to; it stands in the address, so that it can be sent to somebody. */
export interface Filters {
  readonly name?: string;
  readonly stage?: Stage;
  readonly fiscalYear?: number;
  readonly campaignId?: string;
}

/** The filters an address names; what is no filter is left out, never sent on. */
export function filtersIn(search: URLSearchParams): Filters {
  const name = search.get('name')?.trim().slice(0, 100);
  const stage = STAGES.find((one) => one === search.get('stage'));
  const year = Number(search.get('year'));
  const campaignId = search.get('campaign');
  return {
    ...(name ? { name } : {}),
    ...(stage ? { stage } : {}),
    ...(Number.isInteger(year) && year >= 2000 && year <= 2100 ? { fiscalYear: year } : {}),
    ...(campaignId && /^[\w.-]{1,64}$/.test(campaignId) ? { campaignId } : {}),
  };
}

/** The address of the filters, in one order. */
export function searchOf({ name, stage, fiscalYear, campaignId }: Filters): URLSearchParams {
  return new URLSearchParams([
    ...(name ? [['name', name]] : []),
    ...(stage ? [['stage', stage]] : []),
    ...(fiscalYear ? [['year', String(fiscalYear)]] : []),
    ...(campaignId ? [['campaign', campaignId]] : []),
  ]);
}
