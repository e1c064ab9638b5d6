import { type Block, type Cell, head, type PrintedDocument, type Table, words } from '../document.js';
import { footOf, type Material, markOf, type Opinion, titleOf } from '../material.js';
import { dayOf, momentOf } from '../moments.js';

/** 审核意见表: what the two reviewers said of this version, with room for their signatures and seals. */
export function opinionSheet(material: Material): PrintedDocument {
  const of = (step: Opinion['step']) =>
    material.opinions.filter((one) => one.step === step && one.version === material.version);
  return {
    title: titleOf(material, '自评审核意见表'),
    foot: footOf(material),
    mark: markOf(material),
    blocks: [
      about(material),
      review('初审意见', of('first')),
      review('复审意见', of('second')),
      department(material),
      ...earlier(material),
    ],
  };
}

const form = (rows: Table['rows']): Table => ({ kind: 'table', columns: [18, 32, 18, 32], headRows: 0, rows });

function about({ unitName, departmentName, fiscalYear, version, contentHash, sheet, score }: Material): Table {
  return form([
    [head('被审核单位'), words(unitName), head('主管部门'), words(departmentName)],
    [head('预算年度'), words(String(fiscalYear)), head('送审版本'), words(`第${version}版`)],
    [head('自评得分'), words(sheet.head.selfScore ?? ''), head('系统测算得分'), words(score?.total ?? '')],
    [head('内容哈希'), words(contentHash, { across: 3 })],
  ]);
}

function review(title: string, opinions: readonly Opinion[]): Table {
  const shown = opinions.length > 0 ? opinions : [null];
  return {
    kind: 'table',
    columns: [18, 32, 18, 32],
    headRows: 0,
    breaks: true,
    rows: [[head(title, { across: 4 })], ...shown.flatMap(rowsOf)],
  };
}

const OUTCOMES = { passed: '通过', returned: '退回', revoked: '已取消审核' } as const;

function rowsOf(opinion: Opinion | null): Table['rows'] {
  if (opinion === null) return [[head('结论'), words('尚未审核', { across: 3 })], ...signing('', '')];
  const { outcome, gate, text, sealed, points, reviewerScore, person, at } = opinion;
  return [
    [
      head('结论'),
      words(gate === undefined ? OUTCOMES[outcome] : `${OUTCOMES[outcome]}（${gate}）`),
      head('审核人评分'),
      words(reviewerScore ?? ''),
    ],
    [head('意见'), words(sealed ? '（背靠背审核，结束前不公开）' : (text ?? ''), { across: 3, lines: 3 })],
    ...points.map(({ place, text: said, answer }): readonly Cell[] => [
      head('定位意见'),
      words(`${place}：${said}${answer === null ? '' : `\n单位答复：${answer}`}`, { across: 3 }),
    ]),
    ...signing(person, dayOf(at)),
  ];
}

const signing = (person: string, day: string): Table['rows'] => [
  [head('审核人签字'), words(person, { lines: 3 }), head('日期'), words(day, { lines: 3 })],
];

function department({ departmentName }: Material): Table {
  return form([
    [head('主管部门意见', { across: 4 })],
    [words('', { across: 4, lines: 4 })],
    [head('负责人签字'), words('', { lines: 3 }), head(`${departmentName}（公章）`), words('', { lines: 4 })],
  ]);
}

/** What was said of earlier versions: each line with when and by whom. */
function earlier({ opinions, version }: Material): Block[] {
  const before = opinions.filter((one) => one.version !== version);
  if (before.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: '以前各版本的审核意见' },
    {
      kind: 'table',
      columns: [9, 10, 10, 16, 19, 36],
      headRows: 1,
      breaks: true,
      rows: [
        ['版本', '环节', '结论', '审核人', '时间', '意见'].map((text) => head(text)),
        ...before.map(({ version: of, step, outcome, person, at, text, sealed, points }) => [
          words(`第${of}版`),
          words(step === 'first' ? '初审' : '复审'),
          words(OUTCOMES[outcome]),
          words(person),
          words(momentOf(at)),
          words(
            sealed ? '（未公开）' : [text ?? '', ...points.map((one) => `${one.place}：${one.text}`)].join('\n').trim(),
          ),
        ]),
      ],
    },
  ];
}
