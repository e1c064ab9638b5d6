import { Checkbox, Input, Select } from 'antd';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GRADES } from '../../texts/values.js';
import { cleanDecimal, isDecimal } from '../../ui/amounts.js';
import { pathOf } from './fields.js';
import type { SheetPart } from './sheet-tab.js';

/** The head of the form. */
export const HeadForm = memo(function HeadForm({
  fields,
  given,
  hand,
  editable,
  marks,
}: SheetPart<'head'> & { readonly fields: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div className="head-fields">
      {fields.map((field) => {
        const path = pathOf('head', field);
        const name = t(`sheet.headField.${field as 'unitName'}`, { defaultValue: field });
        const value = given[field];
        return (
          <div key={field} id={path} className="head-field">
            <label htmlFor={`head-${field}`}>{name}</label>
            {editable ? (
              <HeadInput
                id={`head-${field}`}
                field={field}
                value={value}
                onValue={(next) => hand.edit(path, next)}
                onMalformed={() => hand.markMalformed(path)}
              />
            ) : (
              <span id={`head-${field}`}>
                {field === 'sealed'
                  ? value === 'true'
                    ? t('common.yes')
                    : t('common.no')
                  : (value ?? t('common.none'))}
              </span>
            )}
            {marks(path, name)}
          </div>
        );
      })}
    </div>
  );
});

interface InputProps {
  readonly id: string;
  readonly field: string;
  readonly value: string | undefined;
  readonly onValue: (value: string | null) => void;
  readonly onMalformed: () => void;
}

function HeadInput({ id, field, value, onValue, onMalformed }: InputProps) {
  const [half, setHalf] = useState<string>();
  if (field === 'sealed')
    return (
      <Checkbox
        id={id}
        checked={value === 'true'}
        onChange={({ target }) => onValue(target.checked ? 'true' : 'false')}
      />
    );
  if (field === 'selfGrade')
    return (
      <Select
        id={id}
        value={value ?? null}
        allowClear
        onChange={(grade) => onValue(grade ?? null)}
        options={GRADES.map((grade) => ({ value: grade, label: grade }))}
      />
    );
  if (field === 'preparedOn')
    return <Input id={id} type="date" value={value ?? ''} onChange={({ target }) => onValue(target.value || null)} />;
  const wellFormed = (text: string): boolean =>
    field === 'selfScore' ? isDecimal(text) : field === 'fiscalYear' ? /^(?:19|20)\d\d$/.test(text) : true;
  const change = (text: string): void => {
    const meant = field === 'selfScore' || field === 'fiscalYear' ? cleanDecimal(text) : text;
    if (meant === '' || wellFormed(meant)) {
      setHalf(undefined);
      onValue(meant === '' ? null : meant);
    } else {
      setHalf(text);
      onMalformed();
    }
  };
  return (
    <Input
      id={id}
      value={half ?? value ?? ''}
      maxLength={200}
      {...(half === undefined ? {} : { status: 'error' as const })}
      onChange={({ target }) => change(target.value)}
    />
  );
}
