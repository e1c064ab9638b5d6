import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeAnswer } from '../../api/evaluation-answers.js';
import { cleanDecimal, isDecimal } from '../../ui/amounts.js';
import { pathOf } from './fields.js';
import type { Question } from './scheme-questions.js';
import type { Editing } from './use-draft.js';

/** What the scheme asks the unit for one indicator, answered in place. */
export function ScoreQuestions({
  questions,
  editing,
}: {
  readonly questions: readonly Question[];
  readonly editing: Editing;
}) {
  return questions.map((question) => {
    const path = pathOf('answers', question.id);
    const given = editing.sheet.answers[question.id];
    const give = (next: SchemeAnswer | null): void =>
      editing.edit(path, next && Object.keys(next).length > 0 ? next : null);
    return (
      <div key={question.id} id={path} className="question">
        <Asked question={question} given={given} give={give} onMalformed={() => editing.markMalformed(path)} />
      </div>
    );
  });
}

interface Props {
  readonly question: Question;
  readonly given: SchemeAnswer | undefined;
  readonly give: (answer: SchemeAnswer | null) => void;
  readonly onMalformed: () => void;
}

function Asked({ question, given, give, onMalformed }: Props) {
  const { t } = useTranslation();
  switch (question.kind) {
    case 'choice':
      return (
        <label className="field">
          <span>
            {t('score.readings')} · {question.name}
          </span>
          <Select
            value={given?.choice ?? null}
            allowClear
            onChange={(choice) => give(choice ? { choice } : null)}
            options={question.options.map(({ id, label }) => ({ value: id, label }))}
            aria-label={question.name}
          />
        </label>
      );
    case 'fact':
      return (
        <label className="field">
          <span>
            {question.name} {question.unit}
          </span>
          <NumberInput
            value={given?.value ?? null}
            onNumber={(value) => give(value === null ? null : { value })}
            onMalformed={onMalformed}
          />
        </label>
      );
    case 'checklist':
      return question.items.map(({ id, label }) => (
        <div key={id} className="check-item">
          <span id={`check-${question.id}-${id}`}>{label}</span>
          <Radio.Group
            size="small"
            optionType="button"
            aria-labelledby={`check-${question.id}-${id}`}
            value={given?.items?.[id] ?? null}
            onChange={({ target }) => give({ ...given, items: { ...given?.items, [id]: target.value as string } })}
            options={(['yes', 'no', 'not-applicable'] as const).map((value) => ({
              value,
              label: t(`score.item.${value}`),
            }))}
          />
        </div>
      ));
    case 'level': {
      const { points: _, ...rest } = given ?? {};
      const fixed = question.levels.find(({ id }) => id === given?.level)?.fixed;
      return (
        <div className="check-item">
          <Radio.Group
            size="small"
            optionType="button"
            aria-label={t('score.level')}
            value={given?.level ?? null}
            onChange={({ target }) => give({ level: target.value as string })}
            options={question.levels.map(({ id, label }) => ({ value: id, label }))}
          />
          {given?.level && !fixed && (
            <NumberInput
              value={given.points ?? null}
              label={t('score.levelPoints')}
              onNumber={(points) => give(points === null ? rest : { ...rest, points })}
              onMalformed={onMalformed}
            />
          )}
          {given && (
            <Button size="small" type="text" onClick={() => give(null)}>
              {t('sheet.clear')}
            </Button>
          )}
        </div>
      );
    }
  }
}

function NumberInput({
  value,
  label,
  onNumber,
  onMalformed,
}: {
  readonly value: string | null;
  readonly label?: string;
  readonly onNumber: (value: string | null) => void;
  readonly onMalformed: () => void;
}) {
  const [half, setHalf] = useState<string>();
  return (
    <Input
      className="short"
      value={half ?? value ?? ''}
      maxLength={24}
      {...(label ? { 'aria-label': label, placeholder: label } : {})}
      {...(half === undefined ? {} : { status: 'error' as const })}
      onChange={({ target }) => {
        const meant = cleanDecimal(target.value);
        const bad = meant !== '' && !isDecimal(meant);
        setHalf(bad ? target.value : undefined);
        if (bad) onMalformed();
        else onNumber(meant === '' ? null : meant);
      }}
    />
  );
}
