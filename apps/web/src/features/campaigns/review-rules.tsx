import { Form, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';

/** How a campaign's reports are reviewed: part of the campaign's form. */
export function ReviewRules() {
  const { t } = useTranslation();
  const gates = Form.useWatch<readonly string[] | undefined>(['review', 'gates']) ?? [];
  const choices = <K extends string>(...words: readonly K[]) =>
    words.map((value) => ({ value, label: t(`reviewRules.${value}` as 'reviewRules.open') }));
  return (
    <>
      <Form.Item name={['review', 'assignment']} label={t('reviewRules.assignment')}>
        <Select options={choices('open', 'assigned')} />
      </Form.Item>
      <Form.Item name={['review', 'gates']} label={t('reviewRules.gates')}>
        <Select
          mode="multiple"
          options={(['business', 'finance', 'audit'] as const).map((value) => ({
            value,
            label: t(`seat.gate.${value}`),
          }))}
        />
      </Form.Item>
      {gates.length > 0 && (
        <>
          <Form.Item name={['review', 'gateOrder']} label={t('reviewRules.gateOrder')}>
            <Select options={choices('parallel', 'in-order')} />
          </Form.Item>
          <Form.Item name={['review', 'second']} label={t('reviewRules.second')}>
            <Select options={choices('overall', 'per-gate')} />
          </Form.Item>
        </>
      )}
      <Form.Item name={['review', 'blind']} label={t('reviewRules.blind')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </>
  );
}
