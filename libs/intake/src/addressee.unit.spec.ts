import { type Addressee, addresseeOf } from './addressee.js';

const CENTRE = { unitCode: '117003', unitName: '会同县工伤保险服务中心' };
const BUREAU = { unitCode: '118001', unitName: '会同县农业农村局' };
const STATION = { unitCode: '118002', unitName: '会同县农业农村局农技推广站' };
const BY_CHANCE = { unitCode: '119001', unitName: '中心' };
const report = (unit: typeof CENTRE, project: string | null = null): Addressee => ({
  evaluationId: `${unit.unitCode}-${project ?? 'unit'}`,
  ...unit,
  project,
});
const ALL = [
  ...[report(CENTRE), report(CENTRE, '工伤预防宣传'), report(CENTRE, '工伤预防宣传培训')],
  ...[report(BUREAU), report(STATION), report(BY_CHANCE)],
];
const WHOLE = '2021年度部门整体支出绩效自评报告\n一、基本情况';
const of = (unitName: string) => `${unitName}2021年度部门整体支出绩效自评报告\n一、基本情况`;
const matched = (name: string, text = WHOLE, all: readonly Addressee[] = ALL) => {
  const found = addresseeOf({ name, text }, all);
  return 'to' in found ? found.to.evaluationId : found.why;
};

describe('A report that comes with others', () => {
  it.each([
    ['the code in its name', '117003自评.docx', WHOLE, '117003-unit'],
    ['the code in full width', '１１７００３_自评.docx', WHOLE, '117003-unit'],
    ['the unit in its name', '2021年会同县 工伤保险服务中心（终稿）.docx', WHOLE, '117003-unit'],
    ['the longer of two names', '会同县农业农村局农技推广站2021自评.docx', WHOLE, '118002-unit'],
    ['the unit its text names', '自评报告.docx', of('会同县工伤保险服务中心'), '117003-unit'],
    ['the project in its name', '117003工伤预防宣传.docx', WHOLE, '117003-工伤预防宣传'],
    ['the longer of two projects', '117003-工伤预防宣传培训.docx', WHOLE, '117003-工伤预防宣传培训'],
    [
      'the project its text names',
      '117003项目.docx',
      '工伤预防宣传项目支出绩效自评报告\n一、项目概况',
      '117003-工伤预防宣传',
    ],
  ])('is matched by %s', (_, name, text, to) => expect(matched(name, text)).toBe(to));

  it.each([
    ['nobody is named', '自评报告.docx', WHOLE, 'nobody-named'],
    ['the code is a part of a number', '20211170031.docx', WHOLE, 'nobody-named'],
    ['a short name stands in another word', '某县医疗保障中心自评.docx', WHOLE, 'nobody-named'],
    ['the name goes on into another unit’s', '会同县农业农村局种子管理站自评.docx', WHOLE, 'nobody-named'],
    ['its code and its name are of two units', '117003会同县农业农村局.docx', WHOLE, 'several-named'],
    ['two units are named', '会同县工伤保险服务中心、会同县农业农村局.docx', WHOLE, 'several-named'],
    ['name and text name two units', '117003.docx', of('会同县农业农村局'), 'name-and-text-differ'],
    ['it is on a project and names none', '117003.docx', '项目支出绩效自评报告\n一、项目概况', 'none-of-that-kind'],
  ])('is matched to none when %s', (_, name, text, why) => expect(matched(name, text)).toBe(why));

  it('is matched to none when the unit reports on one project, and it is on the whole unit', () =>
    expect(matched('117003.docx', WHOLE, [report(CENTRE, '工伤预防宣传')])).toBe('none-of-that-kind'));
});
