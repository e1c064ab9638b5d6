import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilterDraft } from '../../ui/use-filter-draft.js';
import { type Filters, STAGES } from './filters.js';

/** Narrows the list; what is chosen goes into the address. */
export function FilterBar({
  filters,
  onChange,
}: {
  readonly filters: Filters;
  readonly onChange: (next: Filters) => void;
}) {
  const { t } = useTranslation();
  const { draft, set, clear } = useFilterDraft(filters);
  return (
    <form
      className="filters"
      aria-label={t('list.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        onChange(draft);
      }}
    >
      <Input
        value={draft.name ?? ''}
        onChange={({ target }) => set({ name: target.value })}
        placeholder={t('list.name')}
        aria-label={t('list.name')}
        allowClear
        maxLength={100}
      />
      <Select
        value={draft.stage ?? null}
        onChange={(stage) => set({ stage: stage ?? undefined })}
        placeholder={t('list.stage')}
        aria-label={t('list.stage')}
        allowClear
        options={STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
      />
      <InputNumber
        value={draft.fiscalYear ?? null}
        onChange={(year) => set({ fiscalYear: year ?? undefined })}
        placeholder={t('list.year')}
        aria-label={t('list.year')}
        min={2000}
        max={2100}
        precision={0}
        controls={false}
      />
      <Button htmlType="submit" type="primary">
        {t('common.search')}
      </Button>
      <Button
        onClick={() => {
          clear();
          onChange({});
        }}
      >
        {t('common.reset')}
      </Button>
    </form>
  );
}
