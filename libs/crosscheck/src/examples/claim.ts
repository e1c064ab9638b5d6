import type { OtherReport } from '../material.js';
import type { Example } from './material.js';
import { NINETY, row, score } from './table.js';

const full = { r1: row({}), r2: row({}), r3: row({}) };
const project = (n: number, selfScore: string): OtherReport => ({
  evaluationId: `e${n}`,
  unitName: '会同县工伤保险服务中心',
  selfScore,
  kind: 'project',
  ownUnit: true,
  sections: {},
});
const projects = (last: string) => [1, 2, 3, 4, 5, 6].map((n) => project(n, n === 6 ? last : '100.00'));

export const CLAIM: readonly Example[] = [
  {
    rule: 'C07',
    fails: { head: { selfScore: '90', selfGrade: '良' }, score: score({}) },
    finds: [{ zh: '自评 90 分应为“优”（90 分及以上），填的是“良”', at: ['/head/selfGrade', '/head/selfScore'] }],
    passes: { head: { selfScore: '90', selfGrade: '优' }, score: score({}) },
  },
  {
    rule: 'C07',
    fails: { head: { selfScore: '89.99', selfGrade: '优' }, score: score({}) },
    finds: [{ zh: /^自评 89\.99 分应为“良”/, at: ['/head/selfGrade', '/head/selfScore'] }],
    passes: { head: { selfScore: '89.99', selfGrade: '优' } },
  },
  {
    rule: 'C10',
    fails: { indicators: NINETY, figures: { 'EXP.TOTAL': '80', 'FULL.TOTAL': '100' } },
    finds: [
      {
        zh: '指标得分率 95.56%，预算执行率 80.00%（本年支出 80.00 ÷ 全年预算数 100.00 = 80.00%），偏高 16.28%，超过 5%',
        at: ['/indicators'],
      },
    ],
    passes: { indicators: NINETY, figures: { 'EXP.TOTAL': '91', 'FULL.TOTAL': '100' } },
  },
  {
    rule: 'C10',
    fails: { indicators: { r1: row({}) }, figures: { 'EXP.TOTAL': '94.99', 'FULL.TOTAL': '100' } },
    finds: [{ zh: /偏高 5\.01%，超过 5%$/, at: ['/indicators'] }],
    passes: { indicators: { r1: row({}) }, figures: { 'EXP.TOTAL': '95', 'FULL.TOTAL': '100' } },
  },
  {
    rule: 'C10',
    fails: { indicators: { r1: row({}) }, figures: { 'EXP.TOTAL': '0', 'FULL.TOTAL': '100' } },
    finds: [{ zh: /偏高 100\.00%/, at: ['/indicators'] }],
    passes: {
      indicators: { r1: row({}), r2: row({ points: null }) },
      figures: { 'EXP.TOTAL': '50', 'FULL.TOTAL': '100' },
    },
  },
  {
    rule: 'C10',
    fails: { indicators: { r1: row({}) }, figures: { 'EXP.TOTAL': '50', 'FULL.TOTAL': '100' } },
    finds: [{ zh: /偏高 50\.00%/, at: ['/indicators'] }],
    passes: { indicators: { r1: row({ maxPoints: '0' }) }, figures: { 'EXP.TOTAL': '50', 'FULL.TOTAL': '100' } },
  },
  {
    rule: 'C11',
    fails: { indicators: full },
    finds: [{ zh: '3 个指标全部满分', at: ['/indicators'] }],
    passes: { indicators: { ...full, r3: row({ points: '9' }) } },
  },
  {
    rule: 'C11',
    fails: { head: { selfScore: '100' } },
    finds: [{ zh: '自评得分 100 分，即处处满分', at: ['/head/selfScore'] }],
    passes: { head: { selfScore: '99' } },
  },
  {
    rule: 'C11',
    fails: { others: projects('100') },
    finds: [{ zh: '本单位 6 个项目全部自评 100 分', at: ['/head/selfScore'] }],
    passes: { others: [...projects('100').slice(1), { ...project(7, '100'), ownUnit: false }] },
  },
  {
    rule: 'C11',
    fails: {
      task: { kind: 'project', unitName: '会同县工伤保险服务中心', fiscalYear: 2021 },
      others: projects('100').slice(0, 5),
      head: { selfScore: '100' },
    },
    finds: [
      { zh: '自评得分 100 分，即处处满分', at: ['/head/selfScore'] },
      { zh: '本单位 6 个项目全部自评 100 分', at: ['/head/selfScore'] },
    ],
    passes: { others: projects('99'), head: { selfScore: '98' } },
  },
  {
    rule: 'C12',
    fails: {
      head: { selfScore: '92' },
      score: score({
        computable: { points: '27', maxPoints: '40' },
        ceiling: '87',
        ceilingGrade: { grade: '良' },
      }),
    },
    finds: [
      {
        zh: '自评 92 分按方案 hunan-whole-unit-A v1 不能复现：可测算的 40 分中得 27 分，其余全部得满也至多 87 分（良）',
        at: ['/head/selfScore'],
      },
    ],
    passes: { head: { selfScore: '87.1' }, score: score({ ceiling: '87' }) },
  },
  {
    rule: 'C12',
    fails: { head: { selfScore: '87.2' }, score: score({ ceiling: '87' }) },
    finds: [{ zh: /^自评 87\.2 分按方案 hunan-whole-unit-A v1 不能复现.*至多 87 分$/, at: ['/head/selfScore'] }],
    passes: { head: { selfScore: '92' }, score: score({ ceiling: null }) },
  },
];
