import { SECTIONS, type Sheet } from '#libs/sheet';
import { material } from './examples/material.js';
import { check, type OtherReport } from './index.js';

const LONGEST_SECTION = 20_000;
const EVERY = ['save', 'submit', 'background', 'process'] as const;
const everySection = (text: string): Sheet['sections'] =>
  Object.fromEntries(Object.keys(SECTIONS).map((id) => [id, text]));
const filledWith = (words: string) => words.repeat(Math.floor(LONGEST_SECTION / words.length));
const other = (sections: Sheet['sections']): OtherReport => ({
  evaluationId: 'e1',
  unitName: '靖州县失业保险服务中心',
  selfScore: null,
  kind: 'whole-unit',
  ownUnit: false,
  sections,
});

describe('A hostile text', () => {
  it.each([
    ['marks', '，'],
    ['units', '1万元元'],
    ['blanks', '内容为：为'],
    ['labels', '联系人：'],
    ['empty labels on their lines', '评价机构：\n'],
    ['lines', '\n字'],
    ['numbers', '\n3、'],
    ['first levels', '一、\n'],
    ['digits', '1'],
    ['years', '2020年'],
    ['counts', '设8个股室'],
    ['lists', '设甲、'],
    ['titles that do not end', '《'],
    ['citations that do not end', '湘办发[2019'],
    ['citations', '湘办发[2019]10号'],
    ['a word processor', '[bookmark:'],
    ['a fund', '基金不'],
    ['halves of characters', '😀'.slice(0, 1)],
    ['another unit’s name', '靖州县失业保险服务中心'],
    ['standards', '1人每'],
    ['standards that come to nothing', '1人每人1元计'],
    ['projects by kind', '9个项目，其中'],
    ['kinds of projects', '9个项目，其中1个和1个和'],
    ['growth', '1元比上年1元'],
    ['growth that does not end', '1元比上年增加1元，增长'],
    ['a quota', '编制含'],
    ['paragraphs that are alike', `${'甲乙丙丁戊己庚辛壬癸'.repeat(4)}。\n`],
  ])('is read in bounded work, and every place lies inside it: %s', (_, words) => {
    const sections = everySection(filledWith(words));
    const findings = check(material({ sections, others: [other(sections), other(everySection('字'))] }), EVERY);
    for (const { at } of findings)
      for (const { pointer, start = 0, end = 0 } of at) {
        const text = sections[pointer.replace('/sections/', '')] ?? '';
        expect([start >= 0, start <= end, end <= text.length]).toEqual([true, true, true]);
      }
    expect(findings.length).toBeLessThan(1_000);
  });
});
