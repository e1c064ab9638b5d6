import type { Example, Told } from './material.js';
import { row } from './table.js';

const demands = (told: Partial<NonNullable<Told['demands']>>) => ({
  sections: [],
  tables: [],
  publishWithinDays: 20,
  rectifyWithinDays: 30,
  ...told,
});
const BASE_DATA = {
  'STAFF.QUOTA': { value: '6', unit: '人' },
  'STAFF.ON_POST': { value: '6', unit: '人' },
  'EXP.SANGONG.PRIOR': '0.10',
  'BUD.SANGONG': '0.10',
  'EXP.SANGONG': '0',
  'BUD.PROJECT': '6',
  'EXP.PROJECT': '5.66',
  'BUD.BASIC.PUBLIC': '5.30',
  'EXP.BASIC.GOODS': '7.64',
  'PROC.BUDGET': { value: null, unit: '万元', notApplicable: true },
  'PROC.ACTUAL': '0',
} as const;
const HEAD = {
  unitName: '会同县工伤保险服务中心',
  preparedOn: '2022-05-31',
  preparer: '李红',
  head: '王强',
  sealed: 'true',
};

export const COMPLETENESS: readonly Example[] = [
  {
    rule: 'T01',
    fails: { demands: demands({ sections: ['problems', 'measures'] }), sections: { measures: ' \n' } },
    finds: [
      { zh: '缺少“存在的问题及原因”', at: ['/sections/problems'] },
      { zh: '缺少“改进措施”', at: ['/sections/measures'] },
    ],
    passes: { demands: demands({ sections: ['problems'] }), sections: { problems: '执行偏慢。' } },
  },
  {
    rule: 'T02',
    fails: {
      demands: demands({ tables: ['base-data', 'self-evaluation'] }),
      figures: { ...BASE_DATA, 'PROC.BUDGET': { value: null, unit: '万元' } },
    },
    finds: [
      { zh: '基础数据表不完整，11 项中 1 项未填：政府采购预算', at: ['/figures/PROC.BUDGET'] },
      { zh: '没有绩效自评表：未填任何指标', at: ['/indicators'] },
    ],
    passes: {
      demands: demands({ tables: ['base-data', 'self-evaluation'] }),
      figures: BASE_DATA,
      indicators: { r1: row({}) },
    },
  },
  {
    rule: 'T02',
    fails: { demands: demands({ tables: ['base-data'] }) },
    finds: [
      {
        zh: /^基础数据表不完整，11 项中 11 项未填：编制数、/,
        at: Object.keys(BASE_DATA).map((id) => `/figures/${id}`),
      },
    ],
    passes: {
      demands: demands({ tables: ['base-data'] }),
      task: { kind: 'project', unitName: '会同县工伤保险服务中心', fiscalYear: 2021 },
    },
  },
  {
    rule: 'T03',
    fails: { head: { ...HEAD, preparer: '', sealed: 'false' } },
    finds: [{ zh: '表头未填：填报人、公章', at: ['/head/preparer', '/head/sealed'] }],
    passes: { head: HEAD },
  },
  {
    rule: 'T03',
    fails: { head: { ...HEAD, unitName: '会同县失业保险服务中心' } },
    finds: [
      { zh: '单位名称“会同县失业保险服务中心”与任务下达的“会同县工伤保险服务中心”不一致', at: ['/head/unitName'] },
    ],
    passes: { head: HEAD },
  },
  {
    rule: 'T04',
    fails: { head: { selfScore: '92' } },
    finds: [{ zh: '自评 92 分，失 8 分，但报告没有写存在的问题', at: ['/sections/problems'] }],
    passes: { head: { selfScore: '92' }, sections: { problems: '年初预算编制不够精细，公用经费超出预算。' } },
  },
  {
    rule: 'T04',
    fails: {
      figures: { 'EXP.TOTAL': '36.43', 'FULL.TOTAL': '100' },
      indicators: { r1: row({ points: '9' }) },
      sections: { problems: '\n无问题。' },
    },
    finds: [{ zh: '预算执行率 36.43%，1 个指标失分，但报告称没有问题', at: ['/sections/problems 无问题。'] }],
    passes: {
      figures: { 'EXP.TOTAL': '80', 'FULL.TOTAL': '100' },
      indicators: { r1: row({}) },
      head: { selfScore: '100' },
      sections: { problems: '本年度没有发现问题。' },
    },
  },
  {
    rule: 'T04',
    fails: { head: { selfScore: '92' }, sections: { problems: '本单位不存在突出的问题。' } },
    finds: [{ zh: /称没有问题$/, at: ['/sections/problems 本单位不存在突出的问题。'] }],
    passes: {
      head: { selfScore: '92' },
      sections: {
        problems: '没有把全年支出分解到各月，四季度集中支付；公用经费没有按预算控制，超支二万余元，须改进。',
      },
    },
  },
  {
    rule: 'T11',
    fails: {
      figures: { 'FUND.COLLECTED': '722', 'FUND.INSURED': { value: '12976', unit: '人' } },
      sections: { benefits: '工伤保险征缴收入７２２万元。' },
    },
    finds: [
      {
        zh: '基金征缴收入 722.00 万元是基金收支，不是单位预算；报告没有说明二者分开核算',
        at: ['/figures/FUND.COLLECTED', '/sections/benefits ７２２万元'],
      },
    ],
    passes: {
      figures: { 'FUND.COLLECTED': '722' },
      sections: { benefits: '征缴收入722万元。工伤保险基金在财政专户单独核算，不纳入本单位预算。' },
    },
  },
];
