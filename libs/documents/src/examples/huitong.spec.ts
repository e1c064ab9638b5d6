import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { readReport } from '#libs/intake';
import { applyChanges, contentHash, EMPTY_SHEET, type Sheet } from '#libs/sheet';
import type { Material } from '../material.js';

const INDICATORS: Sheet['indicators'] = {
  '1': {
    ...{ level1: '产出', level2: '数量指标', name: '参保人数', direction: 'GTE', target: '12000', actual: '12976' },
    ...{ unitOfMeasure: '人', maxPoints: '20', points: '20' },
  },
  '2': {
    ...{ level1: '产出', level2: '时效指标', name: '待遇按时发放率', direction: 'GTE', target: '100', actual: '98.50' },
    ...{
      unitOfMeasure: '%',
      maxPoints: '15',
      points: '14.78',
      deviationExplanation: '年末一批因银行退汇晚发两天，已补发。',
    },
  },
  '3': {
    ...{
      level1: '满意度',
      level2: '服务对象满意度',
      name: '参保单位满意度',
      direction: 'GTE',
      target: '90',
      actual: null,
    },
    ...{ unitOfMeasure: '%', maxPoints: '10', points: null },
  },
};

const text = readFileSync(join(projectRoot(), 'samples/huitong-2021/report.txt'), 'utf8');
const read = applyChanges(EMPTY_SHEET, readReport(text, { name: '自评报告.txt' }).changes);

/** The sample report as a sheet, with the head and the indicators that it lacks. */
export const SHEET: Sheet = {
  ...read,
  head: { ...read.head, preparer: '杨丽华', phone: '0745-8822000', head: '粟主任', preparedOn: '2022-05-30' },
  indicators: INDICATORS,
};

/** Version 2 of it, passed by two reviewers. */
export const MATERIAL: Material = {
  ...{ evaluationId: 'e-2021-117003', kind: 'whole-unit', fiscalYear: 2021, version: 2, draft: false },
  ...{ unitName: '会同县工伤保险服务中心', departmentName: '会同县人力资源和社会保障局' },
  contentHash: contentHash(SHEET),
  link: 'https://jixiao.example.gov.cn/evaluations/e-2021-117003?version=2',
  sheet: SHEET,
  score: {
    ...{ scheme: 'hunan-whole-unit-A@1', total: '27.00' },
    indicators: [
      {
        name: '在职人员控制率',
        maxPoints: '5',
        points: '5.00',
        explanation: '6/6 = 100 %，不超过 100 %，得满分',
        missing: [],
      },
      {
        name: '公用经费控制率',
        maxPoints: '8',
        points: '0.00',
        explanation: '7.64/5.30 = 144.15 %，超 44.15 个百分点',
        missing: [],
      },
      { name: '政府采购执行率', maxPoints: '6', points: null, explanation: '', missing: ['政府采购预算'] },
    ],
  },
  findings: [
    {
      ...{
        rule: 'R05',
        severity: 'ERROR',
        answer: '年中上级安排的专项工作，办公费增加。',
        waiver: '已核对原始凭证，同意。',
      },
      message: { zh: '公用经费控制率 144.15%，超过 100%。', en: 'Public cost is 144.15 % of its budget.' },
    },
  ],
  opinions: [
    {
      ...{ step: 'first', outcome: 'returned', version: 1, person: '龙初审', at: '2022-06-01T02:10:00.000Z' },
      ...{ sealed: false, text: '公用经费超预算未说明原因。' },
      points: [{ place: '公用经费', text: '请说明超预算的原因。', answer: '已在存在的问题中说明。' }],
    },
    {
      ...{ step: 'first', outcome: 'passed', version: 2, person: '龙初审', at: '2022-06-08T02:10:00.000Z' },
      ...{ sealed: false, text: '情况属实，同意上报。', reviewerScore: '86.50', points: [] },
    },
    {
      ...{ step: 'second', outcome: 'passed', version: 2, person: '梁复审', at: '2022-06-09T08:30:00.000Z' },
      ...{ sealed: false, text: '同意。', points: [] },
    },
  ],
};
