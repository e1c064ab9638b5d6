import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Person } from '../../api/answers.js';
import { answer, api, ordering } from '../../api/client.js';
import { unitsQuery } from '../../api/units.js';
import { holds, useSession } from '../../session/session.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { HistoryDialog } from './history-dialog.js';
import { RegistryList } from './registry-list.js';
import { useChange } from './use-change.js';

const KINDS = ['member', 'seconded'] as const;

export function PersonsPage() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Person | 'new'>();
  const [shown, setShown] = useState<Person>();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('person');
  const { data: found } = useQuery({
    queryKey: ['persons', asked],
    enabled: asked !== null,
    queryFn: () => answer<Person>(api.GET('/api/persons/{id}', { params: { path: { id: asked ?? '' } } })),
  });
  const told = shown ?? (asked === found?.id ? found : undefined);
  const close = (): void => {
    setShown(undefined);
    if (asked !== null) setSearch({}, { replace: true });
  };
  const edits = holds(useSession(), 'administrator');
  const { data: units = [] } = useQuery(unitsQuery);
  const columns = [t('admin.personName'), t('admin.memberships'), t('trail.personId'), t('admin.operations')];
  return (
    <>
      <PageHead title={t('menu.persons')}>
        {edits && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
            {t('admin.addPerson')}
          </Button>
        )}
      </PageHead>
      <RegistryList<Person>
        name="persons"
        label={t('menu.persons')}
        columns={columns}
        ask={(query) => answer(api.GET('/api/persons', { params: { query } }))}
        row={(person) => (
          <tr key={person.id}>
            <td data-label={columns[0]} className="strong">
              {person.name}
            </td>
            <td data-label={columns[1]}>
              {person.memberships.map(({ unitId, kind, from, to }) => (
                <div key={unitId + from}>
                  {units.find(({ id }) => id === unitId)?.name ?? unitId}{' '}
                  <span className="quiet small">
                    {t(`admin.membership.${kind as 'member'}`)} {from}
                    {to && ` – ${to}`}
                  </span>
                </div>
              ))}
            </td>
            <td data-label={columns[2]}>
              <code>{person.id}</code>
            </td>
            <td>
              <span className="row-actions">
                <Button
                  size="small"
                  onClick={() => setShown(person)}
                  aria-label={`${t('history.open')} ${person.name}`}
                >
                  {t('history.open')}
                </Button>
                {edits && (
                  <Button
                    size="small"
                    onClick={() => setOpen(person)}
                    aria-label={`${t('common.edit')} ${person.name}`}
                  >
                    {t('common.edit')}
                  </Button>
                )}
              </span>
            </td>
          </tr>
        )}
      />
      {open && <PersonDialog person={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
      {told && <HistoryDialog person={told} onClose={close} />}
    </>
  );
}

interface Written {
  readonly name: string;
  readonly memberships?: readonly {
    readonly unitId: string;
    readonly kind: (typeof KINDS)[number];
    readonly from?: string;
    readonly to?: string;
  }[];
}

function PersonDialog({ person, onClose }: { readonly person: Person | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Written>();
  const { data: units = [] } = useQuery(unitsQuery);
  const save = useChange(
    'persons',
    ({ name, memberships = [] }: Written) => {
      const body = {
        name,
        memberships: memberships.map(({ unitId, kind, from, to }) => ({
          unitId,
          kind,
          ...(from ? { from } : {}),
          ...(to ? { to } : {}),
        })),
      };
      return answer(
        person
          ? api.PATCH('/api/persons/{id}', { params: { path: { id: person.id } }, headers: ordering(), body })
          : api.POST('/api/persons', { headers: ordering(), body }),
      );
    },
    onClose,
  );
  const rules = [{ required: true, message: t('common.required') }];
  return (
    <Modal
      open
      width={680}
      title={person ? t('admin.editPerson') : t('admin.addPerson')}
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
        initialValues={person ?? { memberships: [{ kind: 'member' }] }}
      >
        <Form.Item name="name" label={t('admin.personName')} rules={rules}>
          <Input maxLength={60} />
        </Form.Item>
        <p className="strong">{t('admin.memberships')}</p>
        <Form.List name="memberships">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="membership">
                  <Form.Item name={[name, 'unitId']} rules={rules}>
                    <Select
                      showSearch={{ optionFilterProp: 'label' }}
                      options={units.map(({ id, name: label }) => ({ value: id, label }))}
                      aria-label={t('admin.memberships')}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'kind']}>
                    <Select
                      options={KINDS.map((kind) => ({ value: kind, label: t(`admin.membership.${kind}`) }))}
                      aria-label={t('admin.kind')}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'from']}>
                    <Input type="date" aria-label={t('trail.from')} />
                  </Form.Item>
                  <Form.Item name={[name, 'to']}>
                    <Input type="date" aria-label={t('trail.to')} />
                  </Form.Item>
                  <Button
                    icon={<DeleteOutlined />}
                    onClick={() => remove(name)}
                    aria-label={`${t('common.remove')} ${name + 1}`}
                  />
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add({ kind: 'member' })}>
                {t('admin.addMembership')}
              </Button>
            </>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}
