import { format } from '#libs/sheet';
import { executionOf } from '../execution.js';
import { read } from '../figures.js';
import type { Place } from '../finding.js';
import type { Material } from '../material.js';
import { claimed, lost, plain, rowsOf } from '../rows.js';
import type { Rule } from '../rule.js';
import { spanIn, textOf } from '../texts.js';

/** Per cent of the year's budget below which execution is a problem. */
const LOW = 80;
/** A section this short that begins with a denial tells of no problem. */
const SHORT = 40;
const DENIES = /^(?:无|暂无|没有|未发现|不存在)|(?:无|没有|未发现|不存在)[^，。；\n]{0,12}(?:问题|不足)/;

/** T04: no problem is told although money was left over or points were lost. */
export const NO_PROBLEMS: Rule = {
  id: 'T04',
  severity: 'ERROR',
  runs: 'submit',
  title: { zh: '执行率低于 80% 或有失分，须写明问题', en: 'Low execution or lost points are told as problems' },
  find(material) {
    const told = problemsTold(material);
    const reasons = signs(material);
    if (!told || reasons.length === 0) return [];
    const zh = `${reasons.map((one) => one.zh).join('，')}，但报告${told.denied ? '称没有问题' : '没有写存在的问题'}`;
    const en = `${reasons.map((one) => one.en).join(', ')}, but the report ${told.denied ? 'denies' : 'tells of no'} problems`;
    return [{ message: { zh, en }, figures: read(...(executionOf(material)?.figures ?? [])), at: [told.place] }];
  },
};

/** Null where problems are told. */
function problemsTold(material: Material): { readonly denied: boolean; readonly place: Place } | null {
  const section = textOf(material, 'problems');
  if (!section) return { denied: false, place: { pointer: '/sections/problems' } };
  const words = section.text.trim();
  if (words.length > SHORT || !DENIES.test(words)) return null;
  const start = section.text.indexOf(words);
  return { denied: true, place: spanIn(section, start, start + words.length) };
}

function signs(material: Material): readonly { readonly zh: string; readonly en: string }[] {
  const execution = executionOf(material);
  const own = claimed(material);
  const losing = rowsOf(material).filter((row) => lost(row)?.gt(0)).length;
  const low = execution?.rate.lt(LOW);
  return [
    ...(low ? [{ zh: `预算执行率 ${format(execution!.rate)}%`, en: `${format(execution!.rate)}% was executed` }] : []),
    ...(own?.lt(100)
      ? [
          {
            zh: `自评 ${plain(own)} 分，失 ${plain(own.minus(100).abs())} 分`,
            en: `${plain(own)} of 100 points are claimed`,
          },
        ]
      : []),
    ...(losing > 0 ? [{ zh: `${losing} 个指标失分`, en: `${losing} indicators lost points` }] : []),
  ];
}
