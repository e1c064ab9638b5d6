import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../api/evaluation-answers.js';
import { USUAL_LEVELS } from '../../texts/values.js';
import { cleanDecimal, isDecimal } from '../../ui/amounts.js';

type Written = { [K in keyof Indicator]: Indicator[K] | undefined };
const DIRECTIONS = ['GTE', 'GT', 'EQ', 'LTE', 'LT', 'QUALITATIVE'] as const;

/** One row of the table of indicators, written or rewritten. */
export function IndicatorDialog({
  row,
  onDone,
  onClose,
}: {
  readonly row: Indicator | undefined;
  readonly onDone: (row: Indicator) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Written>();
  const direction = Form.useWatch('direction', form);
  const required = { required: true, whitespace: true, message: t('common.required') };
  const decimal = {
    validator: (_: unknown, value: string | undefined) =>
      !value || isDecimal(cleanDecimal(value)) ? Promise.resolve() : Promise.reject(new Error(t('sheet.notDecimal'))),
  };
  const measured = direction === 'QUALITATIVE' ? [] : [decimal];
  return (
    <Modal
      open
      width={640}
      title={row ? t('sheet.editIndicator') : t('sheet.addIndicator')}
      okText={t('common.ok')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="columns"
        initialValues={row ?? { level1: USUAL_LEVELS[0], direction: 'GTE' }}
        onFinish={(written) => onDone(indicatorOf(written))}
      >
        <Form.Item name="level1" label={t('sheet.level1')} rules={[required]}>
          <Input maxLength={200} list="level1" />
        </Form.Item>
        <datalist id="level1">
          {USUAL_LEVELS.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Form.Item name="level2" label={t('sheet.level2')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="name" label={t('sheet.indicator')} rules={[required]} className="whole">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="direction" label={t('sheet.direction')}>
          <Select options={DIRECTIONS.map((one) => ({ value: one, label: t(`sheet.directions.${one}`) }))} />
        </Form.Item>
        <Form.Item name="unitOfMeasure" label={t('sheet.measure')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="target" label={t('sheet.target')} rules={measured}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="actual" label={t('sheet.actual')} rules={measured}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="maxPoints" label={t('sheet.maxPoints')} rules={[decimal]}>
          <Input maxLength={24} />
        </Form.Item>
        <Form.Item name="points" label={t('sheet.points')} rules={[decimal]}>
          <Input maxLength={24} />
        </Form.Item>
        <Form.Item name="deviationExplanation" label={t('sheet.explanation')} className="whole">
          <Input.TextArea rows={2} maxLength={2_000} />
        </Form.Item>
        <Form.Item name="core" valuePropName="checked" className="whole">
          <Checkbox>{t('sheet.core')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** What was written, as the API takes it: not given is null, numbers without separators. */
export function indicatorOf(written: Written): Indicator {
  const number = (text: string | null | undefined): string | null => (text ? cleanDecimal(text) : null);
  const given = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null);
  const {
    level1,
    level2,
    name,
    direction = 'GTE',
    target,
    actual,
    unitOfMeasure,
    deviationExplanation,
    core,
  } = written;
  const measured = direction === 'QUALITATIVE' ? given : number;
  const explanation = given(deviationExplanation);
  return {
    level1: level1?.trim() ?? '',
    level2: level2?.trim() ?? '',
    name: name?.trim() ?? '',
    direction,
    target: measured(target),
    actual: measured(actual),
    unitOfMeasure: unitOfMeasure?.trim() ?? '',
    maxPoints: number(written.maxPoints),
    points: number(written.points),
    ...(explanation === null ? {} : { deviationExplanation: explanation }),
    ...(core ? { core } : {}),
  };
}
