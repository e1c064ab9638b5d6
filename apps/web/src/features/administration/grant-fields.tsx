import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/units.js';
import { OFFICES } from '../../session/session.js';

const ROLES = [
  'unit-preparer',
  'unit-checker',
  'unit-head',
  'first-reviewer',
  'second-reviewer',
  'campaign-manager',
  'auditor',
  'administrator',
  'security-administrator',
  'audit-administrator',
] as const;

/** A role as it is written down. */
export interface Granted {
  readonly role: (typeof ROLES)[number];
  readonly unitId?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The same as the API takes it: an office has no unit, and a day that is not said is not sent. */
export const grantOf = ({ role, unitId, from, to }: Granted) => ({
  role,
  ...(unitId && !OFFICES.includes(role) ? { unitId } : {}),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});

/** The fields of one role: which, over which unit, and on which days. */
export function GrantFields({ dated = true }: { readonly dated?: boolean }) {
  const { t } = useTranslation();
  const { data: units = [] } = useQuery(unitsQuery);
  const role = Form.useWatch('role') as string | undefined;
  const rules = [{ required: true, message: t('common.required') }];
  return (
    <>
      <Form.Item name="role" label={t('admin.role')} rules={rules}>
        <Select options={ROLES.map((one) => ({ value: one, label: t(`role.${one}`) }))} />
      </Form.Item>
      {!OFFICES.includes(role ?? '') && (
        <Form.Item name="unitId" label={t('admin.overUnit')} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      {dated && (
        <>
          <Form.Item name="from" label={t('grants.from')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="to" label={t('grants.to')}>
            <Input type="date" />
          </Form.Item>
        </>
      )}
    </>
  );
}
