import { decimal } from '#libs/sheet';
import type { Found } from '../finding.js';
import type { Process } from '../material.js';
import type { Rule } from '../rule.js';
import { DEADLINES } from './deadlines.js';
import { SEPARATION } from './separation.js';

const STEPS = { first: { zh: '初审', en: 'first' }, second: { zh: '复审', en: 'second' } } as const;

const PUBLISHED: Rule = {
  id: 'W03',
  severity: 'BLOCK',
  runs: 'process',
  title: { zh: '公开的版本即审定的版本，审核意见不空', en: 'What is published is what was approved, with opinions' },
  find: ({ process }) => (process ? [...otherVersion(process), ...emptyOpinions(process)] : []),
};

const RECOMPUTED: Rule = {
  id: 'W06',
  severity: 'ERROR',
  runs: 'process',
  title: { zh: '方案变更后重新测算，原分保留', en: 'A score that changed with its scheme is recorded anew' },
  find: ({ process }) => (process ? otherScore(process) : []),
};

/** W01–W06: how the matter went on. Places are not in the sheet, so findings name none. */
export const PROCESS: readonly Rule[] = [...DEADLINES, SEPARATION, PUBLISHED, RECOMPUTED].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);

function otherVersion({ approvedHash, publishedHash }: Process): readonly Found[] {
  if (publishedHash === null || publishedHash === approvedHash) return [];
  const message =
    approvedHash === null
      ? {
          zh: `公开了未经审定的版本 ${short(publishedHash)}`,
          en: `Version ${short(publishedHash)} was published without approval`,
        }
      : {
          zh: `公开的版本 ${short(publishedHash)} 不是审定的版本 ${short(approvedHash)}`,
          en: `Version ${short(publishedHash)} was published, version ${short(approvedHash)} was approved`,
        };
  return [{ message, at: [] }];
}

/** Both opinions are written once the version is approved. */
function emptyOpinions({ approvedHash, opinions }: Process): readonly Found[] {
  if (approvedHash === null) return [];
  const steps = ['first', 'second'] as const;
  const empty = steps.filter((step) => !opinions.some((one) => one.step === step && one.text.trim() !== ''));
  return empty.map((step) => ({
    message: { zh: `${STEPS[step].zh}意见为空`, en: `The opinion of the ${STEPS[step].en} review is empty` },
    at: [],
  }));
}

function otherScore({ recordedScore: recorded, recomputedScore: computed }: Process): readonly Found[] {
  if (!recorded || !computed || equal(recorded.total, computed.total)) return [];
  const told = ({ scheme, total }: { readonly scheme: string; readonly total: string | null }) => ({
    zh: `${total ?? '未能得出'}（${scheme}）`,
    en: `${total ?? 'none'} (${scheme})`,
  });
  const message = {
    zh: `记录的测算得分 ${told(recorded).zh}，重新测算 ${told(computed).zh}：应另行记录，原分保留`,
    en: `The recorded score is ${told(recorded).en}, computed anew ${told(computed).en}: it is recorded beside the old one`,
  };
  return [{ message, at: [] }];
}

/** `87` and `87.00` are the same score. */
function equal(a: string | null, b: string | null): boolean {
  const [left, right] = [a === null ? null : decimal(a), b === null ? null : decimal(b)];
  return left && right ? left.eq(right) : a === b;
}

const short = (hash: string): string => hash.slice(0, 12);
