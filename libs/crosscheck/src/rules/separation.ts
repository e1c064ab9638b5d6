import type { Found } from '../finding.js';
import type { Process } from '../material.js';
import type { Rule } from '../rule.js';

interface Duty {
  readonly rule: string;
  readonly broken: (process: Process) => boolean;
  readonly zh: string;
  readonly en: string;
}

const tookPart = ({ writers, checkedBy, signedBy, submittedBy }: Process, person: string | null): boolean =>
  person !== null && [...writers, checkedBy, signedBy, submittedBy].includes(person);
const same = (a: string | null, b: string | null): boolean => a !== null && a === b;
const wrote = ({ writers }: Process, person: string | null): boolean => person !== null && writers.includes(person);

/**
 * What can be seen afterwards of the rules that orders are decided by (E1–E4). The order is refused where it breaks
 * one; this reads the record again, as an auditor does.
 */
const DUTIES: readonly Duty[] = [
  {
    rule: 'E1',
    broken: (record) => wrote(record, record.checkedBy),
    zh: '单位内部审核人参与了填报',
    en: 'who checked in the unit also wrote',
  },
  {
    rule: 'E1',
    broken: (record) => wrote(record, record.signedBy) || same(record.signedBy, record.checkedBy),
    zh: '单位签字人参与了填报或内部审核',
    en: 'who signed for the unit also wrote or checked',
  },
  {
    rule: 'E1',
    broken: (record) => tookPart(record, record.firstReviewer),
    zh: '初审人参与了本单位的填报、审核、签字或送审',
    en: 'the first reviewer took part for the unit',
  },
  {
    rule: 'E1',
    broken: (record) => tookPart(record, record.secondReviewer),
    zh: '复审人参与了本单位的填报、审核、签字或送审',
    en: 'the second reviewer took part for the unit',
  },
  {
    rule: 'E2',
    broken: ({ firstReviewer, secondReviewer }) => same(firstReviewer, secondReviewer),
    zh: '初审与复审是同一人',
    en: 'both reviews are by the same person',
  },
  {
    rule: 'E3',
    broken: ({ approvedHash, firstReviewer, secondReviewer }) =>
      approvedHash !== null && (firstReviewer === null || secondReviewer === null),
    zh: '审定的版本没有经过初审和复审两人',
    en: 'a version was approved without both reviews',
  },
  {
    rule: 'E4',
    broken: ({ firstReviewer, secondReviewer }) => secondReviewer !== null && firstReviewer === null,
    zh: '未经初审即复审',
    en: 'the second review came without the first',
  },
  {
    rule: 'E4',
    broken: ({ checkedBy, signedBy }) => signedBy !== null && checkedBy === null,
    zh: '未经单位内部审核即签字',
    en: 'it was signed for the unit without the check in the unit',
  },
];

/** W02: the separation of duties, read from the record. Persons are natural persons. */
export const SEPARATION: Rule = {
  id: 'W02',
  severity: 'BLOCK',
  runs: 'process',
  title: { zh: '一事双审：不相容岗位由不同的人担任', en: 'Incompatible duties are with different persons' },
  find: ({ process }) =>
    DUTIES.filter(({ broken }) => process !== null && broken(process)).map(
      ({ rule, zh, en }): Found => ({ message: { zh: `${zh}（${rule}）`, en: `${rule}: ${en}` }, at: [] }),
    ),
};
