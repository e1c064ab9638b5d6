import { useTranslation } from 'react-i18next';
import { word } from '../texts/language.js';

const TONES: Readonly<Record<string, string>> = {
  DRAFT: 'tone-grey',
  UNIT_CHECKED: 'tone-amber',
  UNIT_SIGNED: 'tone-amber',
  SUBMITTED: 'tone-blue',
  FIRST_PASSED: 'tone-blue',
  APPROVED: 'tone-green',
  SAMPLED: 'tone-blue',
  RECHECKED: 'tone-blue',
  FINAL: 'tone-green',
  PUBLISHED: 'tone-green',
  ARCHIVED: 'tone-grey',
};

/** Where an evaluation stands: a colour and the word for it. */
export function StageTag({ stage }: { readonly stage: string }) {
  const { t } = useTranslation();
  return <span className={`tag ${TONES[stage] ?? 'tone-grey'}`}>{word(t, 'stage', stage)}</span>;
}
