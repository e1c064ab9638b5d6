import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { readReport } from '#libs/intake';
import { applyChanges, EMPTY_SHEET } from '#libs/sheet';
import { material } from './examples/material.js';
import { check, type Finding, type Material } from './index.js';
import { sharesOf } from './rules/shares.js';

/** A report of `samples/` as it is imported. */
function imported(folder: string, kind: Material['task']['kind'] = 'whole-unit'): Material {
  const text = readFileSync(join(projectRoot(), 'samples', folder, 'report.txt'), 'utf8');
  const sheet = applyChanges(EMPTY_SHEET, readReport(text, { name: '自评.txt' }).changes);
  return { ...material({ task: { kind, unitName: '会同县工伤保险服务中心', fiscalYear: 2021 } }), sheet };
}

/** What the rules of amounts, percentages and ratios find. */
const findingsOf = (report: Material): readonly Finding[] =>
  check(report, ['save', 'submit']).filter(({ rule }) => /^[APR]/.test(rule));

const report = imported('huitong-2021');
const found = findingsOf(report);

describe('The figures of the published sample report', () => {
  it('have these findings, and no other', () => {
    expect(found.map(({ rule, severity, message }) => `${rule} ${severity} ${message.zh}`)).toEqual([
      'R05 ERROR 商品和服务支出 7.64 ÷ 公用经费（预算） 5.30 = 144.15%，超过预算，请说明原因',
      'R08 ERROR 政府采购支出 0.00，未填采购预算数，执行率无法计算；没有采购请填 0 或不适用',
      'R14 ERROR 在职人员控制率有 3 个口径：6/6 = 100.00%、7/6 = 116.67%、8/6 = 133.33%，请选定一个',
      'A10 WARN 基本支出 67.26 − （年初基本支出 34.77 + 预算调整数 32.11 = 66.88） = +0.38 万元，来源未说明（年初项目支出未用 0.34、上年结余 0.04）',
      'A15 WARN 增加扶贫工作队员生活 2.16，扶贫工作队员生活补助费 2.34，差 +0.18 万元，未说明',
      'P03 WARN 工资福利支出分项占比 32.2 + 17.6 + 5.5 + 10.5 + 8.3 + 4.2 = 78.3%，合计写作 78.4%',
      'P03 WARN 商品和服务支出分项占比 3.8 + 6.6 = 10.4%，合计写作 10.5%',
      'R01 WARN 在职人员控制率：不含公益性岗位和借调 6/6 = 100.00%；不含借调 7/6 = 116.67%；全部 8/6 = 133.33%',
      'R04 WARN 预算调整数 32.11 ÷ 年初预算收入 40.77 = 78.76%，超过 30%，请说明原因',
      'R07 WARN 三公经费预算 0.10，未填上年三公经费预算，变动率无法计算',
      'R10 WARN 项目支出中 办公费 2.86 + 水费 0.19 + 电费 0.32 + 邮电费 0.44 + 差旅费 0.06 = 3.87 万元，属于日常公用经费，请说明',
      'R11 WARN 项目支出中 伙食补助费 0.24 + 其他社会保障缴费 0.30 + 其他工资福利支出 1.25 = 1.79 万元，属于人员经费，没有人员类项目的请说明',
      'P02 INFO 职工基本医疗保险缴费 3.12 ÷ 本年支出 72.92 = 4.2787%，截尾写作 4.2%，应为 4.3%',
      'P02 INFO 工会经费 2.83 ÷ 本年支出 72.92 = 3.881%，截尾写作 3.8%，应为 3.9%',
      'P04 INFO 预算调整数的 44% 以本年支出为基数；以年初预算收入为基数是 78.76%',
      'R12 INFO 工会经费占工资福利支出 工会经费 2.83 ÷ 工资福利支出 57.15 = 4.95%，常见范围 0–3%，请留意',
    ]);
  });

  it('are found in every language and at places that exist', () => {
    for (const { message, at } of found) {
      expect(message.en).not.toBe('');
      expect(at.length).toBeGreaterThan(0);
    }
  });

  it('leave 24 of the 26 printed percentages as they are, and name the two that were cut off', () => {
    const wrong = found.filter(({ rule }) => rule === 'P01' || rule === 'P02').map(({ at }) => at[0]?.pointer);
    expect(sharesOf(report)).toHaveLength(26);
    expect(wrong).toEqual(['/figures/EXP.BASIC.WAGE.30110', '/figures/EXP.BASIC.GOODS.30228']);
  });
});

describe('The figures of our own samples', () => {
  it.each<[string, Material['task']['kind'], readonly string[]]>([
    ['prose-archive', 'whole-unit', ['R14']],
    ['prose-farming', 'whole-unit', ['R05', 'R08']],
    ['prose-forestry', 'whole-unit', ['R08', 'R07']],
    ['prose-hydrology', 'whole-unit', ['R08', 'R07']],
    ['prose-kindergarten', 'whole-unit', ['R08', 'R01', 'R07']],
    ['prose-library', 'whole-unit', ['R08']],
    ['prose-supervision', 'whole-unit', ['R08', 'R07']],
    ['prose-unemployment', 'project', ['P01', 'R10']],
  ])('%s breaks only the rules that a careful person finds broken', (folder, kind, rules) => {
    expect(findingsOf(imported(folder, kind)).map(({ rule }) => rule)).toEqual(rules);
  });
});
