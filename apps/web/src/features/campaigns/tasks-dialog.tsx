import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign, IssuedTasks, OrderedRun } from '../../api/answers.js';
import { answer, api, ordering } from '../../api/client.js';
import { remember } from '../../api/latest.js';
import { unitsQuery } from '../../api/units.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

/** Issues the task: to everything below a unit, in the background, or to some units at once. */
export function TasksDialog({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { data: units = [] } = useQuery(unitsQuery);
  const [whom, setWhom] = useState<'under' | 'some'>('under');
  const [under, setUnder] = useState<string | undefined>(campaign.ownerId);
  const [some, setSome] = useState<readonly string[]>([]);
  const path = { id: campaign.id };
  const issue = useMutation({
    mutationFn: (): Promise<IssuedTasks | OrderedRun> => {
      const how = { params: { path }, headers: ordering() };
      if (whom === 'some')
        return answer(api.POST('/api/campaigns/{id}/tasks', { ...how, body: { unitIds: [...some] } }));
      return answer(api.POST('/api/campaigns/{id}/task-runs', { ...how, body: { under: under ?? '' } }));
    },
    onSuccess: (done) => {
      remember(done.position);
      const issued = 'tasks' in done ? done.tasks.filter(({ outcome }) => outcome === 'issued').length : 0;
      void message.success(
        'tasks' in done
          ? t('campaign.issued', { issued, already: done.tasks.length - issued })
          : t('campaign.ordered', { count: done.total }),
      );
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaigns'] }),
  });
  const inDivision = units.filter(({ divisionCode }) => campaign.id.startsWith(`${divisionCode}-`));
  const options = (kinds: readonly string[]) =>
    inDivision
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }));
  return (
    <Modal
      open
      title={t('campaign.tasks')}
      okText={t('campaign.issue')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: whom === 'under' ? !under : some.length === 0 }}
      confirmLoading={issue.isPending}
      onOk={() => issue.mutate()}
      onCancel={onClose}
    >
      <ProblemAlert error={issue.error} />
      <Radio.Group
        className="field"
        value={whom}
        onChange={({ target }) => setWhom(target.value as 'under')}
        options={[
          { value: 'under', label: t('campaign.tasksUnder') },
          { value: 'some', label: t('campaign.tasksSome') },
        ]}
      />
      {whom === 'under' ? (
        <>
          <Select
            className="full"
            value={under ?? null}
            onChange={(next) => setUnder(next ?? undefined)}
            showSearch={{ optionFilterProp: 'label' }}
            options={options(['finance', 'department'])}
            aria-label={t('campaign.tasksUnder')}
          />
          <p className="quiet small after">{t('campaign.tasksUnderHint')}</p>
        </>
      ) : (
        <Select
          className="full"
          mode="multiple"
          value={[...some]}
          onChange={setSome}
          showSearch={{ optionFilterProp: 'label' }}
          options={options(['unit', 'department', 'finance'])}
          aria-label={t('campaign.tasksSome')}
        />
      )}
    </Modal>
  );
}
