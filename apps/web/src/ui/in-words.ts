import type { TFunction } from 'i18next';

const STAGES =
  /\b(DRAFT|UNIT_CHECKED|UNIT_SIGNED|SUBMITTED|FIRST_PASSED|APPROVED|SAMPLED|RECHECKED|FINAL|PUBLISHED|ARCHIVED)\b/g;

/** A sentence of the API in which stages are named by their codes, with their names instead. */
export function inWords(sentence: string, t: TFunction): string {
  return sentence.replace(STAGES, (stage) => t(`stage.${stage as 'DRAFT'}`));
}
