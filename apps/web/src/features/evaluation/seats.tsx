import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Evaluation, Seat } from '../../api/evaluation-answers.js';

/** The seats of a step: one for each gate where the step has gates. */
export function seatsOf({ gates, second }: Evaluation['review'], step: Seat['step']): readonly Seat[] {
  const divided = gates.length > 0 && (step === 'first' || second === 'per-gate');
  return divided ? gates.map((gate) => ({ step, gate })) : [{ step, gate: null }];
}

const same = (one: Seat, other: Seat): boolean => one.step === other.step && one.gate === other.gate;

/** The first seat of the step that nobody passed yet, or the one assigned to this person. */
export function openSeats({ review, passes }: Evaluation, step: Seat['step']): readonly Seat[] {
  return seatsOf(review, step).filter((seat) => !passes.some((pass) => same(pass, seat)));
}

export function useSeatName(): (seat: Seat) => string {
  const { t } = useTranslation();
  return ({ step, gate }) => (gate === null ? t(`seat.${step}`) : `${t(`seat.${step}`)}·${t(`seat.gate.${gate}`)}`);
}

/** Who passed each seat of the review, who has it, and where nobody lawful is left. */
export function Seats({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const nameOf = useSeatName();
  const { review, passes, assigned, missing, names } = evaluation;
  return [...seatsOf(review, 'first'), ...seatsOf(review, 'second')].map((seat) => {
    const passedBy = passes.find((pass) => same(pass, seat))?.by;
    const holder = passedBy ?? assigned.find((one) => same(one, seat))?.personId;
    return (
      <div key={`${seat.step} ${seat.gate}`}>
        <dt>{nameOf(seat)}</dt>
        <dd>
          {holder === undefined ? t('common.none') : (names[holder] ?? holder)}
          {passedBy === undefined && holder !== undefined && <span className="quiet small"> {t('seat.assigned')}</span>}
          {missing.some((one) => same(one, seat)) && (
            <Tooltip title={t('seat.missingHint')}>
              <span className="tag tone-red">{t('seat.missing')}</span>
            </Tooltip>
          )}
        </dd>
      </div>
    );
  });
}
