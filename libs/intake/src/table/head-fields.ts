import { UNIT_ENDING } from '../words.js';

interface Field {
  readonly name: string;
  /** The field's value in a cell, or nothing when the cell holds none. */
  read(plain: string, year: string | undefined): string | undefined;
}

const FIELDS: readonly (readonly [RegExp, Field])[] = [
  [
    /^(?:预算|填报|自评|评价|实施|报送)?(?:部门|单位)(?:、单位)?(?:（(?:部门|单位|盖章)）)?(?:名称|全称)?(?:（公?章）|（盖章）)?$|^(?:预算)?部门、单位名称$/,
    {
      name: 'unitName',
      read: (plain) => {
        const name = plain.replace(/（(?:公章|盖章|章)）|\(盖章\)/g, '');
        return name.length <= 60 && UNIT_ENDING.test(name) ? name : undefined;
      },
    },
  ],
  [
    /^(?:预算|评价|自评|绩效|填报)?(?:年度|年份)$/,
    { name: 'fiscalYear', read: (plain) => /^(20\d\d)年?度?$/.exec(plain)?.[1] },
  ],
  [/^(?:填报|自评|报告|填表|评价)(?:日期|时间)$/, { name: 'preparedOn', read: dateIn }],
  [/^(?:填表|填报|经办|制表)人(?:员)?(?:（签[字名]）|签[字名])?$/, { name: 'preparer', read: nameIn }],
  [/^(?:单位|部门)?负责人(?:（签[字名章]）|签[字名章])?$/, { name: 'head', read: nameIn }],
  [/^联系电话$|^电话$/, { name: 'phone', read: (plain) => (/^[\d-]{7,20}$/.test(plain) ? plain : undefined) }],
  [
    /^(?:自评|评价|绩效)?(?:等级|等次|结果等级)$/,
    { name: 'selfGrade', read: (plain) => /^(优|良|中|差)(?:秀|好|等)?$/.exec(plain)?.[1] },
  ],
];

/** The field of a sheet's head that a label names. */
export function headField(words: string): Field | undefined {
  return FIELDS.find(([pattern]) => pattern.test(words))?.[1];
}

function nameIn(plain: string): string | undefined {
  return /^[\p{sc=Han}·]{2,10}$/u.test(plain) ? plain : undefined;
}

function dateIn(plain: string): string | undefined {
  const [, year, month = '', day = ''] = /^(20\d\d)[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(plain) ?? [];
  const text = year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return text && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ? text : undefined;
}
