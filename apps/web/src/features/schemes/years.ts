import type { TFunction } from 'i18next';
import type { SchemeHead } from './scheme-file.js';

/** For which years a scheme is. */
export const yearsInWords = ({ years: { from, to } }: Pick<SchemeHead, 'years'>, t: TFunction): string =>
  to === undefined ? t('schemes.yearsFrom', { from }) : t('schemes.yearsBetween', { from, to });
