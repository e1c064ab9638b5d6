import { type Decimal, format, percent, subtract } from '#libs/sheet';
import { type Given, given, placesOf, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { placeOf, quoted, search } from '../texts.js';

/** One way of counting who is on post (在职口径). */
interface Reading {
  readonly zh: string;
  readonly en: string;
  readonly persons: Decimal;
  /** Per cent of the quota. */
  readonly rate: Decimal;
}

interface Staff {
  readonly quota: Given;
  readonly onPost: Given;
  readonly others: readonly Given[];
  /** From the narrowest to the widest; one where nobody is counted in two ways. */
  readonly readings: readonly Reading[];
}

/** Without public welfare posts and secondees, without the latter or the former, and with all. */
function staffOf(material: Material): Staff | null {
  const [quota, onPost] = [given(material, 'STAFF.QUOTA'), given(material, 'STAFF.ON_POST')];
  if (!onPost || !quota?.value.gt(0)) return null;
  const [welfare, seconded] = [given(material, 'STAFF.PUBLIC_WELFARE'), given(material, 'STAFF.SECONDED_IN')];
  const told = [welfare, seconded].filter((one) => one?.value.gt(0)) as Given[];
  // More than are on post: then they are not counted among them, and there is one reading.
  const others = told.reduce((rest, { value }) => subtract(rest, value), onPost.value).gte(0) ? told : [];
  const without = (zh: string, en: string, ...left: readonly Given[]): Reading => {
    const persons = left.reduce((rest, { value }) => subtract(rest, value), onPost.value);
    return { zh, en, persons, rate: percent(persons, quota.value)! };
  };
  const readings = [
    ...(others.length > 0 ? [without('不含公益性岗位和借调', 'without welfare posts and secondees', ...others)] : []),
    ...(others.length > 1 ? [without('不含借调', 'without secondees', others[1]!)] : []),
    without('全部', 'all'),
  ];
  return { quota, onPost, others, readings };
}

const worked = ({ persons, rate }: Reading, quota: Given): string => `${persons}/${quota.value} = ${format(rate)}%`;

/** R01: whoever is counted, above the quota it is told who is counted and why. */
export const STAFF: Rule = {
  id: 'R01',
  severity: 'WARN',
  runs: 'save',
  title: { zh: '在职人数超编制须说明口径和原因', en: 'More staff than the quota: who is counted, and why' },
  find: (material) => {
    const staff = staffOf(material);
    if (!staff) return withoutQuota(material);
    if (!staff.readings.at(-1)?.rate.gt(100)) return [];
    const { quota, onPost, others, readings } = staff;
    const zh = readings.map((reading) => `${reading.zh} ${worked(reading, quota)}`).join('；');
    const en = readings.map((reading) => `${reading.en} ${worked(reading, quota)}`).join('; ');
    return [
      {
        message: { zh: `在职人员控制率：${zh}`, en: `Staff on post of the quota: ${en}` },
        figures: read(quota, onPost, ...others),
        at: placesOf(onPost, quota, ...others),
      },
    ];
  },
};

/** A quota of 0 has no rate. */
function withoutQuota(material: Material): readonly Found[] {
  const [quota, onPost] = [given(material, 'STAFF.QUOTA'), given(material, 'STAFF.ON_POST')];
  if (!quota?.value.isZero() || !onPost?.value.gt(0)) return [];
  return [
    {
      message: {
        zh: `${shown(quota)}，${shown(onPost)}：无编制而有在职人员，控制率无法计算`,
        en: `${shown(quota)}, ${shown(onPost)}: people on post without a quota, there is no rate of 0`,
      },
      figures: read(quota, onPost),
      at: placesOf(onPost, quota),
    },
  ];
}

const WITH_RETIREES =
  /编制(?:数|人数)?[^。；，\n]{0,20}[，（(]?(?<![不未非])(?:含|包括|其中)[^。；，\n]{0,8}?(?:离退休|退休|离休)[^。；，\n]{0,12}/g;

/** R02: who has retired fills no post of the quota. */
export const QUOTA: Rule = {
  id: 'R02',
  severity: 'WARN',
  runs: 'submit',
  title: { zh: '编制数不含离退休人员', en: 'The quota does not count retirees' },
  find: (material) => {
    const quota = given(material, 'STAFF.QUOTA');
    const onPost = given(material, 'STAFF.ON_POST');
    const retired = given(material, 'STAFF.RETIREES');
    const summed =
      quota && onPost && retired && !retired.value.isZero() && onPost.value.plus(retired.value).eq(quota.value);
    return [
      ...(summed
        ? [
            {
              message: {
                zh: `编制 ${quota.value} = 在职 ${onPost.value} + 离退休 ${retired.value}：编制数似含离退休人员`,
                en: `Quota ${quota.value} = on post ${onPost.value} + retired ${retired.value}: the quota seems to count retirees`,
              },
              figures: read(quota, onPost, retired),
              at: placesOf(quota, retired),
              // It may be chance: as many posts are free as people have retired.
              severity: 'INFO' as const,
            },
          ]
        : []),
      ...search(material, WITH_RETIREES, (match, section) => ({
        message: { zh: `${quoted(match[0])}：编制数不应含离退休人员`, en: 'The quota is told to count retirees' },
        at: [placeOf(section, match)],
      })),
    ];
  },
};

/** R14: a rate that can be read in several ways is told in one, and in which. The answer is the scheme's choice. */
export const ONE_READING: Rule = {
  id: 'R14',
  severity: 'ERROR',
  runs: 'save',
  title: { zh: '一个比率只用一个口径，口径和基数须注明', en: 'One rate has one reading, which is told' },
  find: (material) => {
    const staff = staffOf(material);
    if (!staff || staff.readings.length < 2 || material.sheet.answers['staff-counted']?.choice) return [];
    const { quota, onPost, others, readings } = staff;
    const rates = readings.map((reading) => worked(reading, quota)).join('、');
    return [
      {
        message: {
          zh: `在职人员控制率有 ${readings.length} 个口径：${rates}，请选定一个`,
          en: `The staff rate has ${readings.length} readings: ${rates}; choose one`,
        },
        figures: read(quota, onPost, ...others),
        at: [{ pointer: '/answers/staff-counted' }, ...placesOf(onPost)],
      },
    ];
  },
};
