import type { Process } from '../material.js';
import type { Example } from './material.js';

/** A matter that went as it should. */
const GOOD: Process = {
  today: '2022-09-30',
  dueOn: '2022-05-31',
  submittedOn: '2022-05-31',
  writers: ['anna'],
  checkedBy: 'bo',
  signedBy: 'chen',
  submittedBy: 'anna',
  firstReviewer: 'dai',
  secondReviewer: 'e',
  opinions: [
    { step: 'first', text: '数据与决算一致。' },
    { step: 'second', text: '同意。' },
  ],
  approvedHash: 'a1',
  publishedHash: 'a1',
  repliedOn: '2022-08-01',
  publishedOn: '2022-08-21',
  rectification: { orderedOn: '2022-08-01', plannedOn: '2022-08-31', open: [] },
  recordedScore: { scheme: 'hunan-whole-unit-A v1', inputHash: 'h1', total: '87' },
  recomputedScore: { scheme: 'hunan-whole-unit-A v2', inputHash: 'h2', total: '87.00' },
};
const process = (told: Partial<Process>) => ({ process: { ...GOOD, ...told } });
const found = (zh: string) => ({ zh, at: [] });

export const PROCESS: readonly Example[] = [
  {
    rule: 'W01',
    fails: process({ submittedOn: '2022-06-02' }),
    finds: [found('截止日期 2022-05-31，2022-06-02 送审，逾期 2 天')],
    passes: process({}),
  },
  {
    rule: 'W01',
    fails: process({ submittedOn: null, today: '2022-06-01' }),
    finds: [found('截止日期 2022-05-31，至 2022-06-01 未送审，已逾期 1 天')],
    passes: process({ submittedOn: null, today: '2022-05-31' }),
  },
  {
    rule: 'W02',
    fails: process({ checkedBy: 'anna', signedBy: 'anna', firstReviewer: 'anna', secondReviewer: 'anna' }),
    finds: [
      found('单位内部审核人参与了填报（E1）'),
      found('单位签字人参与了填报或内部审核（E1）'),
      found('初审人参与了本单位的填报、审核、签字或送审（E1）'),
      found('复审人参与了本单位的填报、审核、签字或送审（E1）'),
      found('初审与复审是同一人（E2）'),
    ],
    passes: process({}),
  },
  {
    rule: 'W02',
    fails: process({ firstReviewer: null, checkedBy: null }),
    finds: [
      found('审定的版本没有经过初审和复审两人（E3）'),
      found('未经初审即复审（E4）'),
      found('未经单位内部审核即签字（E4）'),
    ],
    passes: process({ firstReviewer: null, secondReviewer: null, approvedHash: null }),
  },
  {
    rule: 'W02',
    fails: process({ signedBy: 'bo' }),
    finds: [found('单位签字人参与了填报或内部审核（E1）')],
    passes: process({ submittedBy: null, checkedBy: null, signedBy: null }),
  },
  {
    rule: 'W03',
    fails: process({ publishedHash: 'b2', opinions: [{ step: 'first', text: ' ' }] }),
    finds: [found('公开的版本 b2 不是审定的版本 a1'), found('初审意见为空'), found('复审意见为空')],
    passes: process({}),
  },
  {
    rule: 'W03',
    fails: process({ approvedHash: null }),
    finds: [found('公开了未经审定的版本 a1')],
    passes: process({ approvedHash: null, publishedHash: null, opinions: [] }),
  },
  {
    rule: 'W04',
    fails: process({ publishedOn: '2022-08-22' }),
    finds: [found('2022-08-01 批复，2022-08-22 公开，历时 21 天，超过 20 天')],
    passes: process({}),
  },
  {
    rule: 'W04',
    fails: process({ publishedOn: null }),
    finds: [found('2022-08-01 批复，至 2022-09-30 未公开，已过 60 天，超过 20 天')],
    passes: process({ repliedOn: null, publishedOn: null }),
  },
  {
    rule: 'W05',
    fails: process({ rectification: { orderedOn: '2022-08-01', plannedOn: null, open: ['R05', 'T01'] } }),
    finds: [
      found('2022-08-01 通知整改，至 2022-09-30 未报送方案，已过 60 天，超过 30 天'),
      found('整改期限已过，2 项问题未销号：R05、T01'),
    ],
    passes: process({}),
  },
  {
    rule: 'W05',
    fails: process({ rectification: { orderedOn: '2022-08-01', plannedOn: '2022-09-01', open: [] } }),
    finds: [found('2022-08-01 通知整改，2022-09-01 报送方案，历时 31 天，超过 30 天')],
    passes: process({
      today: '2022-08-31',
      rectification: { orderedOn: '2022-08-01', plannedOn: '2022-08-10', open: ['R05'] },
    }),
  },
  {
    rule: 'W06',
    fails: process({ recomputedScore: { scheme: 'hunan-whole-unit-A v2', inputHash: 'h2', total: null } }),
    finds: [
      found(
        '记录的测算得分 87（hunan-whole-unit-A v1），重新测算 未能得出（hunan-whole-unit-A v2）：应另行记录，原分保留',
      ),
    ],
    passes: process({ recordedScore: null }),
  },
];
