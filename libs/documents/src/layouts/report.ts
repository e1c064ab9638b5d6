import { SECTIONS, type SectionId } from '#libs/sheet';
import { type Block, head, type PrintedDocument, type Table, words } from '../document.js';
import { footOf, type Material, markOf, type PrintedFinding, titleOf } from '../material.js';
import { baseDataBlocks } from './base-data.js';
import { selfEvaluationBlocks } from './self-evaluation.js';

const NUMERALS = '一二三四五六七八九十';

/** 自评报告: the narrative with its signatures, and as annexes the two tables and what the system found. */
export function report(material: Material): PrintedDocument {
  return {
    title: titleOf(material, '自评报告'),
    foot: footOf(material),
    mark: markOf(material),
    blocks: [
      ...narrative(material),
      signatures(material),
      ...annex('附件1　绩效自评基础数据表', baseDataBlocks(material)),
      ...annex('附件2　绩效自评表', selfEvaluationBlocks(material)),
      ...annex('附件3　系统测算得分与勾稽校验结果', [...scores(material), ...findings(material)]),
    ],
  };
}

function narrative({ sheet, unitName, draft }: Material): Block[] {
  const { preface = '', ...sections } = sheet.sections;
  const given = (Object.keys(SECTIONS) as SectionId[]).filter((id) => id !== 'preface' && sections[id] !== undefined);
  return [
    { kind: 'line', left: `单位：${unitName}`, right: draft ? '（草稿，尚未送审）' : '' },
    ...paragraphs(preface),
    ...given.flatMap((id, n): Block[] => [
      { kind: 'heading', level: 1, text: `${NUMERALS[n] ?? n + 1}、${SECTIONS[id]}` },
      ...paragraphs(sections[id] ?? ''),
    ]),
  ];
}

function paragraphs(text: string): Block[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line.trim() }));
}

function signatures({ sheet: { head: given } }: Material): Table {
  const { selfScore = '', selfGrade = '', preparer = '', phone = '', preparedOn = '' } = given;
  return {
    kind: 'table',
    columns: [18, 32, 18, 32],
    headRows: 0,
    rows: [
      [head('自评得分'), words(selfScore), head('自评等级'), words(selfGrade)],
      [head('填表人'), words(preparer), head('联系电话'), words(phone)],
      [head('单位负责人签字'), words(given.head ?? '', { lines: 4 }), head('单位公章'), words('', { lines: 4 })],
      [head('填报日期'), words(preparedOn, { across: 3 })],
    ],
  };
}

const annex = (title: string, blocks: readonly Block[]): Block[] => [
  { kind: 'new-page' },
  { kind: 'heading', level: 1, text: title },
  ...blocks,
];

function scores({ score }: Material): Block[] {
  if (score === null) return [{ kind: 'paragraph', text: '系统测算得分：尚未测算。' }];
  return [
    { kind: 'heading', level: 2, text: `系统测算得分（评分方案 ${score.scheme}）` },
    {
      kind: 'table',
      columns: [26, 9, 9, 56],
      headRows: 1,
      breaks: true,
      rows: [
        ['指标', '分值', '得分', '依据'].map((text) => head(text)),
        ...score.indicators.map(({ name, maxPoints, points, explanation, missing }) => [
          words(name),
          words(maxPoints, { number: true, align: 'right' }),
          points === null ? words('无法测算', { align: 'center' }) : words(points, { number: true, align: 'right' }),
          words(missing.length > 0 ? `缺少：${missing.join('、')}` : explanation),
        ]),
        [head('可测算部分合计', { across: 2 }), words(score.total ?? '', { align: 'right' }), words('')],
      ],
    },
  ];
}

const SEVERITIES: Readonly<Record<PrintedFinding['severity'], string>> = {
  ...{ BLOCK: '不得送审', ERROR: '错误', WARN: '警告', INFO: '提示' },
};

function findings({ findings: found }: Material): Block[] {
  if (found.length === 0) return [{ kind: 'paragraph', text: '勾稽校验结果：无。' }];
  return [
    { kind: 'heading', level: 2, text: '勾稽校验结果' },
    {
      kind: 'table',
      columns: [9, 11, 45, 35],
      headRows: 1,
      breaks: true,
      rows: [
        ['规则', '程度', '内容', '单位答复、豁免理由'].map((text) => head(text)),
        ...found.map(({ rule, severity, message, answer, waiver }) => [
          words(rule),
          words(SEVERITIES[severity]),
          words(message.zh),
          words([answer && `答复：${answer}`, waiver && `豁免：${waiver}`].filter(Boolean).join('\n')),
        ]),
      ],
    },
  ];
}
