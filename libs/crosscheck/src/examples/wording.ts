import type { Example } from './material.js';

const cites = (preface: string) => ({ sections: { preface } });
const known = [
  { number: '财预〔2020〕10号', title: '项目支出绩效评价管理办法', replacedBy: null },
  { number: '财预〔2011〕285号', title: '财政支出绩效评价管理暂行办法', replacedBy: '财预〔2020〕10号' },
];

export const WORDING: readonly Example[] = [
  {
    rule: 'T05',
    fails: { sections: { execution: '全年支出0元，采购内容为：为年初采购计划的0%。采购方式：；供应商：____' } },
    finds: [
      { zh: '“采购方式：”之后空白', at: ['/sections/execution 采购方式：'] },
      { zh: '“供应商：”之后空白', at: ['/sections/execution 供应商：____'] },
      { zh: '“采购内容为：”之后空白', at: ['/sections/execution 采购内容为：'] },
    ],
    passes: {
      sections: { performance: '主要做法是：为全县12976名职工提供服务。主要表现在：\n（一）加强宣传。\n情况如下：' },
    },
  },
  {
    rule: 'T05',
    fails: { sections: { overview: '评价机构：\n报告日期：2022年5月\n联系电话： ' } },
    finds: [
      { zh: '“评价机构：”之后空白', at: ['/sections/overview 评价机构：'] },
      { zh: '“联系电话：”之后空白', at: ['/sections/overview 联系电话： '] },
    ],
    passes: { sections: { overview: '评价机构：\n会同县工伤保险服务中心\n主要职责：\n1.稽核工资总额。' } },
  },
  {
    rule: 'T06',
    fails: { head: { fiscalYear: '2020' }, sections: { budget: '2020年度“三公经费”预算0.1万元。' } },
    finds: [
      { zh: '表头年度 2020 与任务年度 2021 不一致', at: ['/head/fiscalYear'] },
      {
        zh: '“2020年度“三公”：评价年度是 2021 年，疑似沿用旧稿',
        at: ['/sections/budget 2020年度“三公'],
      },
    ],
    passes: {
      head: { fiscalYear: '2021' },
      sections: {
        preface: '根据《关于开展2020年度绩效自评工作的通知》，',
        overview: '单位于2005年成立，2022年5月上报。',
        execution: '2020年支出105.2万元，2021年比2020年增加13.2万元。',
        measures: '做好2022年预算编制工作。',
        conclusion: '2021年总体支出合理。拟对2022年支出加以控制。',
        disclosure: '结果用于2022年重点工作。',
      },
    },
  },
  {
    rule: 'T06',
    fails: { sections: { performance: '完成2022年重点工作5项。', conclusion: '2019年预算执行良好，' } },
    finds: [
      { zh: /^“2022年重点工作”/, at: ['/sections/performance 2022年重点工作'] },
      { zh: /^“2019年预算”/, at: ['/sections/conclusion 2019年预算'] },
    ],
    passes: { sections: { performance: '完成2021年重点工作5项。' } },
  },
  {
    rule: 'T08',
    fails: cites('根据湘办发[2019]10号和（会财绩[2022］11号）、财预（2020）10号、财预〔2020〕第10号，'),
    finds: [
      {
        zh: '文号“湘办发[2019]10号”：年份用六角括号，应写作“湘办发〔2019〕10号”',
        at: ['/sections/preface 湘办发[2019]10号'],
      },
      {
        zh: '文号“会财绩[2022］11号”：左右括号不一致（[与］），应写作“会财绩〔2022〕11号”',
        at: ['/sections/preface 会财绩[2022］11号'],
      },
      { zh: /应写作“财预〔2020〕10号”$/, at: ['/sections/preface 财预（2020）10号'] },
      {
        zh: '文号“财预〔2020〕第10号”：不加“第”，应写作“财预〔2020〕10号”',
        at: ['/sections/preface 财预〔2020〕第10号'],
      },
    ],
    passes: cites('根据财预〔2020〕10号，'),
  },
  {
    rule: 'T08',
    fails: {
      ...cites('《财政支出绩效评价管理暂行办法》（财预〔2011〕285号）、《绩效办法》（财预〔2020〕10号）'),
      documents: known,
    },
    finds: [
      { zh: '文号“财预〔2011〕285号”：已由“财预〔2020〕10号”代替', at: ['/sections/preface 财预〔2011〕285号'] },
      {
        zh: '文号“财预〔2020〕10号”：其名称是《项目支出绩效评价管理办法》',
        at: ['/sections/preface 财预〔2020〕10号'],
      },
    ],
    passes: {
      ...cites('《项目支出绩效评价管理办法》（财预〔2020〕10号）、《某通知》（某财绩〔2022〕1号）'),
      documents: known,
    },
  },
  {
    rule: 'T09',
    fails: {
      sections: {
        duties: '1.公布；2.稽核；\n3、服务；5、其他。',
        execution: '概况。\n收入。\n一、基本支出2.16万元元，奖金，，\n[bookmark: _GoBack]二、项目支出85.3%%',
      },
    },
    finds: [
      { zh: '单位重复：“万元元”', at: ['/sections/execution 万元元'] },
      { zh: '单位重复：“%%”', at: ['/sections/execution %%'] },
      { zh: '标点重复：“，，”', at: ['/sections/execution ，，'] },
      { zh: '编辑软件的残留：“[bookmark: _GoBack]”', at: ['/sections/execution [bookmark: _GoBack]'] },
      { zh: '编号断裂：“2.”之后是“3、”', at: ['/sections/duties 3、'] },
      { zh: '编号断裂：“3、”之后是“5、”', at: ['/sections/duties 5、'] },
      { zh: '编号断裂：章节中间又从“一、”编起，与章节同级', at: ['/sections/execution 一、'] },
    ],
    passes: {
      sections: {
        duties: '1.公布。\n1、登记；2、保存；\n2.稽核5.3万元、6万元。',
        execution: '收支如下：\n一、基本支出。\n二、项目支出。',
        performance: '一、职责。\n1、一；\n2、二。\n二、目标。\n1、三。',
      },
    },
  },
  {
    rule: 'T10',
    fails: {
      sections: { overview: '下设办公室、财务股、业务股、法规股和稽核股等3个股室。内设机构8个，分别为：甲科、乙科。' },
    },
    finds: [
      { zh: /称 3 个，列出 5 个$/, at: ['/sections/overview 设办公室、财务股、业务股、法规股和稽核股等3个股室'] },
      {
        zh: '“内设机构8个，分别为：甲科、乙科”称 8 个，列出 2 个',
        at: ['/sections/overview 内设机构8个，分别为：甲科、乙科'],
      },
    ],
    passes: {
      sections: {
        budget: '股室十二个，即：甲、乙、丙、丁、戊、己、庚、辛、壬、癸、子和丑。',
        overview:
          '我馆内设3个股室，核定编制15名。设有三个股室（办公室、财务和资产股、业务股）。设办公室、财务股等八个内设机构。',
      },
    },
  },
  {
    rule: 'T12',
    fails: {
      sections: {
        overview: '联系人：李 红，电话１３８1234 5678。',
        benefits: '伤者身份证号43122519900101123X。\n联系人\n吴俊\n',
      },
    },
    finds: [
      {
        zh: '“履职效益”中有公民身份号码（431***********123X），公开前应删去',
        at: ['/sections/benefits 43122519900101123X'],
      },
      { zh: '“基本情况”中有手机号码（138*****5678），公开前应删去', at: ['/sections/overview １３８1234 5678'] },
      { zh: '“基本情况”中有个人姓名（李**），公开前应删去', at: ['/sections/overview 李 红'] },
      { zh: '“履职效益”中有个人姓名（吴*），公开前应删去', at: ['/sections/benefits 吴俊'] },
    ],
    passes: {
      sections: { overview: '联系人：无。联系电话：0745-8822333。累计支付13812345678元，账号6222021234567890123。' },
    },
  },
];
