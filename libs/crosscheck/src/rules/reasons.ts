import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import { claimed, lost, misses, plain, type Row, rowsOf, SIGN } from '../rows.js';
import type { Rule } from '../rule.js';
import { textsOf } from '../texts.js';

/** An actual value from this per cent of its target says that the target may have been set too low. */
const FAR_ABOVE = '1.3';
/** Words that give a reason for points lost. `扣除` speaks of other things. */
const SPEAKS_OF_LOSS = /扣分|扣减|减分|失分|丢分|未得分|不得分|扣\s?\d|扣了\s?\d|少得/;

/** C08, C09, C13: what a deviation from the target, or a lost point, has to say. */
export const REASONS: readonly Rule[] = [
  {
    id: 'C08',
    severity: 'ERROR',
    runs: 'save',
    title: { zh: '未达指标值须说明偏差原因', en: 'A missed target is explained' },
    find: (material) => rowsOf(material).filter(missedInSilence).map(missed),
  },
  {
    id: 'C09',
    severity: 'WARN',
    runs: 'save',
    title: { zh: '完成值达指标值 130% 及以上须说明', en: 'An actual value from 130% of its target is explained' },
    find: (material) => rowsOf(material).flatMap(farAbove),
  },
  {
    id: 'C13',
    severity: 'ERROR',
    runs: 'submit',
    title: { zh: '失分须说明原因', en: 'Lost points are explained' },
    find: lostInSilence,
  },
];

const missedInSilence = (row: Row): boolean => misses(row) && !row.explained;

function missed({ name, row, actual, target, at }: Row): Found {
  const values = `${SIGN[row.direction]} ${plain(target!)}${row.unitOfMeasure}`;
  const done = `${plain(actual!)}${row.unitOfMeasure}`;
  const message = {
    zh: `${name}指标值 ${values}，完成 ${done}，未说明偏差原因`,
    en: `${name} reached ${done} of the target ${values} and gives no reason`,
  };
  return { message, at };
}

function farAbove({ name, row, actual, target, explained, at }: Row): readonly Found[] {
  const more = row.direction === 'GTE' || row.direction === 'GT';
  if (!more || explained || !actual || !target?.gt(0) || actual.lt(target.times(FAR_ABOVE))) return [];
  const percent = actual.div(target).times(100).toDecimalPlaces(2);
  const message = {
    zh: `${name}完成 ${plain(actual)}，为指标值 ${plain(target)} 的 ${plain(percent)}%，未说明原因`,
    en: `${name} reached ${plain(actual)}, ${plain(percent)}% of its target ${plain(target)}, and gives no reason`,
  };
  return [{ message, at }];
}

/** Row by row where there is a table, but once for a missed target (C08); else the whole claim against the words. */
function lostInSilence(material: Material): readonly Found[] {
  const rows = rowsOf(material);
  if (rows.length === 0) return lostAsWhole(material);
  return rows.flatMap((row): Found[] => {
    const loss = lost(row);
    if (!loss?.gt(0) || row.explained || missedInSilence(row)) return [];
    const message = {
      zh: `${row.name}分值 ${plain(row.max!)}，得 ${plain(row.points!)}，失 ${plain(loss)} 分，未说明原因`,
      en: `${row.name} lost ${plain(loss)} of its ${plain(row.max!)} points and gives no reason`,
    };
    return [{ message, at: row.at }];
  });
}

function lostAsWhole(material: Material): readonly Found[] {
  const own = claimed(material);
  if (!own || own.gte(100) || own.lt(0)) return [];
  if (textsOf(material).some(({ text }) => SPEAKS_OF_LOSS.test(text))) return [];
  const loss = plain(own.minus(100).abs());
  const message = {
    zh: `自评 ${plain(own)} 分，失去的 ${loss} 分没有说明原因`,
    en: `${plain(own)} points are claimed; no reason is given for the ${loss} lost`,
  };
  return [{ message, at: [{ pointer: '/head/selfScore' }] }];
}
