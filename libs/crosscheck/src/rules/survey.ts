import { decimal } from '#libs/sheet';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import { plain, rowsOf } from '../rows.js';
import type { Rule } from '../rule.js';
import { halfWidth, textsOf } from '../texts.js';

const ANSWERED = /(?:发放|回收|收回|抽取|抽样|调查|访问|走访|参与)[^。；\n]{0,30}?\d{1,7} ?(?:份|人|户|名|家|位)/;
const METHOD = /问卷|电话|走访|访谈|访问|网络|线上|入户|座谈/;

/** C17: points for satisfaction rest on a survey that says how many answered and how they were asked. */
export const SURVEY: Rule = {
  id: 'C17',
  severity: 'ERROR',
  runs: 'submit',
  title: { zh: '满意度得分须有调查（人数、方式）', en: 'Points for satisfaction rest on a survey (how many, how)' },
  find(material) {
    if (toldBeside(material) || toldInWords(material)) return [];
    return [...fromRows(material), ...fromAnswers(material)];
  },
};

function fromRows(material: Material): readonly Found[] {
  return rowsOf(material)
    .filter(({ row, points }) => /满意/.test(row.level1 + row.level2 + row.name) && points?.gt(0))
    .map(({ name, points, at }) => unsupported(name, plain(points!), at[0]!.pointer));
}

/** Satisfaction that the scheme itself asks for, without a row in the table. */
function fromAnswers({ score }: Material): readonly Found[] {
  const asked = score?.indicators.filter(({ id, name }) => /满意/.test(name) && !id.includes('/')) ?? [];
  return asked.flatMap(({ id, name, points }) => {
    const reached = points === null ? null : decimal(points);
    return reached?.gt(0) ? [unsupported(`“${name}”`, plain(reached), `/answers/${id}`)] : [];
  });
}

function unsupported(name: string, points: string, pointer: string): Found {
  const message = {
    zh: `${name}得 ${points} 分，没有调查人数和调查方式`,
    en: `${name} has ${points} points without a survey: neither how many answered nor how they were asked`,
  };
  return { message, at: [{ pointer }] };
}

function toldBeside({ survey }: Material): boolean {
  const answered = survey?.answered ? decimal(survey.answered) : null;
  return Boolean(answered?.gt(0) && survey?.method?.trim());
}

function toldInWords(material: Material): boolean {
  const words = [
    ...textsOf(material).map(({ text }) => text),
    ...rowsOf(material).map(({ row }) => row.deviationExplanation ?? ''),
  ].map(halfWidth);
  return words.some((text) => ANSWERED.test(text)) && words.some((text) => METHOD.test(text));
}
