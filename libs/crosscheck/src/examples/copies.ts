import type { OtherReport } from '../material.js';
import type { Example } from './material.js';

const OWN =
  '会同县工伤保险服务中心进一步健全完善内控机制，针对每一项业务经办的风险点和关键环节，明确谁操作办理、谁审核把关、谁审批负责，实现基金收管支内部相互制约与监督。';
const other = (told: Partial<OtherReport>): OtherReport => ({
  evaluationId: 'e1',
  unitName: '靖州县失业保险服务中心',
  selfScore: null,
  kind: 'whole-unit',
  ownUnit: false,
  sections: {},
  ...told,
});
const copied = OWN.replace('会同县工伤保险服务中心', '靖州县失业保险服务中心');

export const COPIES: readonly Example[] = [
  {
    rule: 'T07',
    fails: {
      sections: { benefits: `一是加强宣传。\n${OWN}` },
      others: [other({ sections: { performance: `${copied}此外没有别的。` } })],
    },
    finds: [
      {
        zh: '段落“会同县工伤保险服务中心进一步健全完善内控机制，…”与靖州县失业保险服务中心的报告相同 100%',
        at: [`/sections/benefits ${OWN}`],
      },
    ],
    passes: {
      sections: { benefits: OWN, preface: OWN },
      others: [
        other({ ownUnit: true, sections: { benefits: OWN } }),
        other({ sections: { preface: OWN, benefits: OWN.slice(0, 39), performance: '无'.repeat(500) } }),
        other({
          sections: {
            benefits: `${OWN.slice(0, 50)}本站另行开展失业登记，组织培训，发放失业补助金，并走访企业，协调岗位。`,
          },
        }),
      ],
    },
  },
  {
    rule: 'T07',
    fails: {
      sections: { benefits: OWN },
      others: [other({ sections: { benefits: copied.replace('审批', '决定') } })],
    },
    finds: [{ zh: /与靖州县失业保险服务中心的报告相同 9\d%$/, at: [`/sections/benefits ${OWN}`] }],
    passes: {
      sections: { benefits: OWN },
      others: [
        other({
          sections: {
            benefits: copied.replace('审批', '决定').replace('风险点', '难点').replace('制约与监督', '配合'),
          },
        }),
      ],
    },
  },
  {
    rule: 'T07',
    fails: { sections: { conclusion: '靖州档案馆支出合理。' }, others: [other({ unitName: '靖州档案馆' })] },
    finds: [{ zh: '文中出现其他单位的名称“靖州档案馆”', at: ['/sections/conclusion 靖州档案馆'] }],
    passes: { sections: { conclusion: '靖州档案馆支出合理。' } },
  },
  {
    rule: 'T07',
    fails: {
      sections: { conclusion: '通过对靖州县失业保险服务中心2021年支出进行评估，支出合理。' },
      others: [other({})],
    },
    finds: [
      {
        zh: '文中出现其他单位的名称“靖州县失业保险服务中心”',
        at: ['/sections/conclusion 靖州县失业保险服务中心'],
      },
    ],
    passes: {
      sections: {
        preface: '根据《靖州县失业保险服务中心关于联合宣传的通知》，',
        conclusion: '会同县工伤保险服务中心支出合理，档案馆藏齐全。',
        performance: '与靖州县失业保险服务中心联合开展宣传；完成靖州县失业保险服务中心交办的事项。',
      },
      others: [
        other({}),
        ...['会同县工伤保险服务中心', '工伤保险服务中心', '档案馆'].map((unitName) => other({ unitName })),
      ],
    },
  },
];
