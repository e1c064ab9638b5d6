import { Button, Tooltip } from 'antd';
import { startTransition, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../api/evaluation-answers.js';
import { formatFigure } from '../../ui/amounts.js';
import { emptied, inapplicable, meant } from './figure-value.js';

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly figure: Figure | undefined;
  readonly onFigure: (figure: Figure | null) => void;
  readonly onMalformed: () => void;
}

/** A number under the hand: grouped while it rests, plain while it is typed. Enter and the arrows go down and up. */
export function FigureInput({ label, unit, figure, onFigure, onMalformed }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState<string>();
  const resting = figure?.value == null ? '' : formatFigure(figure.value, unit);
  const bad = text !== undefined && meant(figure, unit, text) === undefined;
  const change = (next: string): void => {
    setText(next);
    const value = meant(figure, unit, next);
    // The digit is painted at once; the rest of the page, which is large, is drawn between keys.
    startTransition(() => (value === undefined ? onMalformed() : onFigure(value)));
  };
  const notApplicable = figure?.notApplicable === true;
  return (
    <span className="figure-input">
      <input
        inputMode="decimal"
        aria-label={label}
        aria-invalid={bad}
        title={bad ? t('sheet.notDecimal') : undefined}
        value={notApplicable ? t('sheet.notApplicable') : (text ?? resting)}
        disabled={notApplicable}
        onFocus={(event) => {
          setText(figure?.value ?? '');
          const { currentTarget } = event;
          requestAnimationFrame(() => currentTarget.select());
        }}
        onBlur={() => !bad && setText(undefined)}
        onChange={({ target }) => change(target.value)}
        onKeyDown={(event) => {
          const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          neighbour(event.currentTarget, step)?.focus();
        }}
      />
      <Tooltip title={t('sheet.markNotApplicable')}>
        <Button
          size="small"
          type="text"
          className={notApplicable ? 'na on' : 'na'}
          aria-pressed={notApplicable}
          aria-label={`${t('sheet.notApplicable')}: ${label}`}
          onClick={() => {
            setText(undefined);
            onFigure(notApplicable ? emptied(figure) : inapplicable(figure, unit));
          }}
        >
          {t('sheet.notApplicable')}
        </Button>
      </Tooltip>
    </span>
  );
}

function neighbour(input: HTMLInputElement, step: number): HTMLInputElement | undefined {
  const all = [...(input.closest('table')?.querySelectorAll<HTMLInputElement>('.figure-input input:enabled') ?? [])];
  return all[all.indexOf(input) + step];
}
