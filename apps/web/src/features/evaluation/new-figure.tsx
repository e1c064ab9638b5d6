import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../api/evaluation-answers.js';
import { FIGURE_UNITS } from '../../texts/values.js';
import type { Known } from './figure-tree.js';

interface Props {
  readonly known: readonly Known[];
  readonly figures: Readonly<Record<string, Figure>>;
  readonly onAdd: (id: string, figure: Figure) => void;
}

/** Adds a field: one of the catalogue, or one of the unit's own below another. */
export function NewFigure({ known, figures, onAdd }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ parent?: string; label: string; unit: string }>();
  const add = ({ parent, label, unit }: { parent?: string; label: string; unit: string }): void => {
    onAdd(freeId(parent ?? 'OWN', figures), { value: null, unit, label: label.trim(), ...(parent ? { parent } : {}) });
    form.resetFields();
    setOpen(false);
  };
  const required = [{ required: true, whitespace: true, message: t('common.required') }];
  return (
    <>
      <Button size="small" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t('sheet.addFigure')}
      </Button>
      <Modal
        open={open}
        title={t('sheet.addFigure')}
        okText={t('common.add')}
        cancelText={t('common.cancel')}
        onOk={form.submit}
        onCancel={() => setOpen(false)}
      >
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={add}
          initialValues={{ unit: FIGURE_UNITS[0] }}
        >
          <Form.Item name="label" label={t('sheet.figureLabel')} rules={required}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="parent" label={t('sheet.figureParent') + t('common.optional')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={known.map(({ id, label }) => ({ value: id, label }))}
            />
          </Form.Item>
          <Form.Item name="unit" label={t('sheet.unit')}>
            <Select options={FIGURE_UNITS.map((unit) => ({ value: unit, label: unit }))} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

/** The first free id below the parent. */
export function freeId(parent: string, figures: Readonly<Record<string, unknown>>): string {
  for (let n = 1; ; n += 1) if (!(`${parent}.X${n}` in figures)) return `${parent}.X${n}`;
}
