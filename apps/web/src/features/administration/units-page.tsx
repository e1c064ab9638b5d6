import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Unit } from '../../api/answers.js';
import { answer, api, ordering } from '../../api/client.js';
import { unitsQuery } from '../../api/units.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RegistryList } from './registry-list.js';
import { useChange } from './use-change.js';

const KINDS = ['finance', 'department', 'unit'] as const;

export function UnitsPage() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Unit | 'new'>();
  const { data: units = [] } = useQuery(unitsQuery);
  const [search, setSearch] = useSearchParams();
  const asked = units.find(({ id }) => id === search.get('unit'));
  const shown = open ?? asked;
  const close = (): void => {
    setOpen(undefined);
    if (asked) setSearch({}, { replace: true });
  };
  const kindOf = (kind: string): string => t(`admin.kinds.${kind as 'unit'}`, { defaultValue: kind });
  const columns = [
    t('admin.code'),
    t('admin.name'),
    t('admin.kind'),
    t('admin.parent'),
    t('admin.division'),
    t('admin.operations'),
  ];
  return (
    <>
      <PageHead title={t('menu.units')}>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
          {t('admin.addUnit')}
        </Button>
      </PageHead>
      <RegistryList<Unit>
        name="units"
        label={t('menu.units')}
        columns={columns}
        ask={(query) => answer(api.GET('/api/units', { params: { query } }))}
        row={(unit) => (
          <tr key={unit.id}>
            <td data-label={columns[0]} className="number">
              {unit.code}
            </td>
            <td data-label={columns[1]} className="strong">
              {unit.name}
            </td>
            <td data-label={columns[2]}>{kindOf(unit.kind)}</td>
            <td data-label={columns[3]}>{units.find(({ id }) => id === unit.parentId)?.name ?? t('common.none')}</td>
            <td data-label={columns[4]}>{unit.divisionCode}</td>
            <td>
              <Button size="small" onClick={() => setOpen(unit)} aria-label={`${t('common.edit')} ${unit.name}`}>
                {t('common.edit')}
              </Button>
            </td>
          </tr>
        )}
      />
      {shown && <UnitDialog unit={shown === 'new' ? undefined : shown} units={units} onClose={close} />}
    </>
  );
}

interface Written {
  readonly code: string;
  readonly name: string;
  readonly divisionCode: string;
  readonly parentId?: string;
  readonly kind: (typeof KINDS)[number];
}

function UnitDialog({
  unit,
  units,
  onClose,
}: {
  readonly unit: Unit | undefined;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Written>();
  const title = unit ? t('admin.editUnit') : t('admin.addUnit');
  const save = useChange(
    'units',
    ({ code, name, divisionCode, parentId, kind }: Written) => {
      const parent = parentId ? { parentId } : {};
      return answer(
        unit
          ? api.PATCH('/api/units/{id}', {
              params: { path: { id: unit.id } },
              headers: ordering(),
              body: { name, kind, ...parent },
            })
          : api.POST('/api/units', { headers: ordering(), body: { code, name, divisionCode, kind, ...parent } }),
      );
    },
    onClose,
  );
  const rules = [{ required: true, whitespace: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={title}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <ProblemAlert error={save.error} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={save.mutate}
        initialValues={unit ?? { kind: 'unit', ...(units[0] ? { divisionCode: units[0].divisionCode } : {}) }}
      >
        <Form.Item name="code" label={t('admin.code')} rules={rules}>
          <Input maxLength={20} disabled={unit !== undefined} />
        </Form.Item>
        <Form.Item name="name" label={t('admin.name')} rules={rules}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="divisionCode" label={t('admin.division')} rules={rules}>
          <Input maxLength={6} disabled={unit !== undefined} />
        </Form.Item>
        <Form.Item name="kind" label={t('admin.kind')}>
          <Select options={KINDS.map((kind) => ({ value: kind, label: t(`admin.kinds.${kind}`) }))} />
        </Form.Item>
        <Form.Item name="parentId" label={t('admin.parent') + t('common.optional')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={units
              .filter(({ kind, id }) => kind !== 'unit' && id !== unit?.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
