import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { readReport } from '#libs/intake';
import { compute, parseScheme } from '#libs/scoring';
import { applyChanges, EMPTY_SHEET, SECTIONS, type SectionId } from '#libs/sheet';
import { material, placed } from './examples/material.js';
import { check, type Material } from './index.js';

const file = (...path: readonly string[]) => readFileSync(join(projectRoot(), ...path), 'utf8');
const scheme = parseScheme(file('schemes', 'hunan-whole-unit-A.v1.json'));

/** A report as it is imported and scored, under a campaign that asks for everything. */
function imported(folder: string): Material {
  const text = file('samples', folder, 'report.txt');
  const sheet = applyChanges(EMPTY_SHEET, readReport(text, { name: 'report.txt' }).changes);
  const asked = material({});
  return {
    ...asked,
    sheet,
    demands: {
      ...asked.demands,
      sections: Object.keys(SECTIONS) as SectionId[],
      tables: ['base-data', 'self-evaluation'],
    },
    score: { ...compute(scheme, sheet), grades: scheme.file.grades },
  };
}

describe('The published sample report', () => {
  const report = imported('huitong-2021');
  const findings = check(report, ['save', 'submit', 'background', 'process']).filter(({ rule }) => /^[CTW]/.test(rule));

  it('has exactly these findings of scores, completeness, text and process', () => {
    const told = findings.map(({ rule, severity, message, at }) => [
      rule,
      severity,
      message.zh,
      ...at.map((place) => placed(report, place)),
    ]);
    expect(told).toEqual([
      [
        'T02',
        'BLOCK',
        '基础数据表不完整，11 项中 2 项未填：上年三公经费决算数、政府采购预算',
        '/figures/EXP.SANGONG.PRIOR',
        '/figures/PROC.BUDGET',
      ],
      ['T02', 'BLOCK', '没有绩效自评表：未填任何指标', '/indicators'],
      [
        'T03',
        'BLOCK',
        '表头未填：填报日期、填报人、单位负责人、公章',
        '/head/preparedOn',
        '/head/preparer',
        '/head/head',
        '/head/sealed',
      ],
      [
        'C12',
        'ERROR',
        '自评 92 分按方案 hunan-whole-unit-A v1 不能复现：可测算的 40 分中得 27 分，其余全部得满也至多 87 分（良）',
        '/head/selfScore',
      ],
      ['C13', 'ERROR', '自评 92 分，失去的 8 分没有说明原因', '/head/selfScore'],
      ['T01', 'ERROR', '缺少“存在的问题及原因”', '/sections/problems'],
      ['T01', 'ERROR', '缺少“改进措施”', '/sections/measures'],
      ['T01', 'ERROR', '缺少“结果应用和公开情况”', '/sections/disclosure'],
      ['T04', 'ERROR', '自评 92 分，失 8 分，但报告没有写存在的问题', '/sections/problems'],
      ['T05', 'WARN', '“采购内容为：”之后空白', '/sections/execution 采购内容为：'],
      [
        'T11',
        'WARN',
        '基金征缴收入 722.00 万元是基金收支，不是单位预算；报告没有说明二者分开核算',
        '/figures/FUND.COLLECTED',
        '/sections/benefits 722万元',
      ],
      [
        'T08',
        'INFO',
        '文号“湘办发[2019]10号”：年份用六角括号，应写作“湘办发〔2019〕10号”',
        '/sections/preface 湘办发[2019]10号',
      ],
      [
        'T08',
        'INFO',
        '文号“会财绩[2022］11号”：左右括号不一致（[与］），应写作“会财绩〔2022〕11号”',
        '/sections/preface 会财绩[2022］11号',
      ],
      ['T09', 'INFO', '单位重复：“万元元”', '/sections/execution 万元元'],
      ['T09', 'INFO', '标点重复：“，，”', '/sections/execution ，，'],
      ['T09', 'INFO', '编辑软件的残留：“[bookmark: _GoBack]”', '/sections/execution [bookmark: _GoBack]'],
      ['T09', 'INFO', '编号断裂：“5.”之后是“6、”', '/sections/duties 6、'],
      ['T09', 'INFO', '编号断裂：章节中间又从“一、”编起，与章节同级', '/sections/execution 一、'],
    ]);
  });
});
