import type { Found } from '../finding.js';
import type { Material, OtherReport } from '../material.js';
import type { Rule } from '../rule.js';
import { type Likeness, type Paragraph, paragraphsOf, ShingleIndex } from '../shingles.js';
import { MOST_PLACES, quoted, type SectionText, spanIn, textsOf } from '../texts.js';

/** More than this share of a paragraph stands in another unit's. */
const ALIKE = 0.9;
const SHORTEST_NAME = 4;
/** Words beside another unit's name that tell of dealing with it: then it may stand there. */
const DEALS_BEFORE = /(?:与|和|由|向|经|报|及|、|受|据|照|在|给|关于)$/;
const DEALS_AFTER =
  /^(?:、|和|与|等|批复|下达|安排|交办|印发|关于|文件|的?通知|拨付|审核|审批|组织|统一|部署|要求|主管|牵头|联合|公布|《)/;

/** T07: the words are this unit's own. Compares with the reports of other units only. */
export const COPIES: Rule = {
  id: 'T07',
  severity: 'WARN',
  runs: 'background',
  title: { zh: '文字不与其他单位雷同', en: 'The words are not another unit’s' },
  find(material) {
    const others = material.others.filter(({ ownUnit }) => !ownUnit);
    return [...copied(material, others), ...otherNames(material, others)].slice(0, MOST_PLACES);
  },
};

/** For each paragraph the report that shares most of it. The preface cites what all cite. */
function copied({ sheet, task }: Material, others: readonly OtherReport[]): readonly Found[] {
  if (others.length === 0) return [];
  const body = ({ preface: _, ...sections }: Readonly<Record<string, string>>) => sections;
  const index = new ShingleIndex(paragraphsOf(body(sheet.sections), [task.unitName]));
  const nearest = new Map<Paragraph, Likeness & { readonly unit: string }>();
  for (const { sections, unitName } of others)
    for (const paragraph of paragraphsOf(body(sections), [unitName])) {
      const likeness = index.nearest(paragraph);
      if (!likeness || likeness.share <= ALIKE) continue;
      if (likeness.share > (nearest.get(likeness.own)?.share ?? 0))
        nearest.set(likeness.own, { ...likeness, unit: unitName });
    }
  return [...nearest.values()].map(({ own: { section, start, end }, share, unit }) => {
    const percent = Math.floor(share * 100);
    const words = quoted(sheet.sections[section]!.slice(start, end));
    const message = {
      zh: `段落${words}与${unit}的报告相同 ${percent}%`,
      en: `${percent}% of the paragraph ${words} stands in the report of ${unit}`,
    };
    return { message, at: [{ pointer: `/sections/${section}`, start, end }] };
  });
}

/** Another unit's name where this unit's belongs: left over from its text. */
function otherNames(material: Material, others: readonly OtherReport[]): readonly Found[] {
  const own = material.task.unitName;
  const names = [...new Set(others.map(({ unitName }) => unitName))].filter(
    (name) => name.length >= SHORTEST_NAME && !own.includes(name) && !name.includes(own),
  );
  return textsOf(material).flatMap((section) => names.flatMap((name) => standsIn(section, name)));
}

/** The first place where it stands as if it were the unit's own name. */
function standsIn(section: SectionText, name: string): readonly Found[] {
  const { text } = section;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text.slice(Math.max(0, at - 120), at);
    const inTitle = before.lastIndexOf('《') > before.lastIndexOf('》');
    if (
      inTitle ||
      DEALS_BEFORE.test(before.slice(-2)) ||
      DEALS_AFTER.test(text.slice(at + name.length, at + name.length + 4))
    )
      continue;
    const message = {
      zh: `文中出现其他单位的名称“${name}”`,
      en: `Another unit’s name stands here: “${name}”`,
    };
    return [{ message, at: [spanIn(section, at, at + name.length)] }];
  }
  return [];
}
