import type { Found } from '../finding.js';
import type { Material, Process } from '../material.js';
import type { Rule } from '../rule.js';

/** W01, W04, W05: what has a date. Days are calendar days; the last one still counts. */
export const DEADLINES: readonly Rule[] = [
  {
    id: 'W01',
    severity: 'WARN',
    runs: 'process',
    title: { zh: '在规定期限内送审', en: 'Submitted in time' },
    find: ({ process }) => (process ? lateSubmission(process) : []),
  },
  {
    id: 'W04',
    severity: 'WARN',
    runs: 'process',
    title: { zh: '批复后按期公开', en: 'Published in time after approval' },
    find: latePublication,
  },
  {
    id: 'W05',
    severity: 'WARN',
    runs: 'process',
    title: { zh: '按期报送整改方案，问题全部销号', en: 'The plan of rectification in time, every finding closed' },
    find: lateRectification,
  },
];

function lateSubmission({ dueOn, submittedOn, today }: Process): readonly Found[] {
  const late = daysFrom(dueOn, submittedOn ?? today);
  if (late <= 0) return [];
  const message = submittedOn
    ? {
        zh: `截止日期 ${dueOn}，${submittedOn} 送审，逾期 ${late} 天`,
        en: `Due on ${dueOn}, submitted on ${submittedOn}: ${late} days late`,
      }
    : {
        zh: `截止日期 ${dueOn}，至 ${today} 未送审，已逾期 ${late} 天`,
        en: `Due on ${dueOn}, not submitted by ${today}: ${late} days late`,
      };
  return [{ message, at: [], key: `due on ${dueOn}` }];
}

function latePublication({ process, demands: { publishWithinDays: within } }: Material): readonly Found[] {
  if (!process?.repliedOn) return [];
  const { repliedOn, publishedOn, today } = process;
  const days = daysFrom(repliedOn, publishedOn ?? today);
  if (days <= within) return [];
  const message = {
    zh: `${repliedOn} 批复，${publishedOn ? `${publishedOn} 公开，历时` : `至 ${today} 未公开，已过`} ${days} 天，超过 ${within} 天`,
    en: `Replied to on ${repliedOn}, ${publishedOn ? `published on ${publishedOn}` : `not published by ${today}`}: ${days} days, more than ${within}`,
  };
  return [{ message, at: [] }];
}

function lateRectification({ process, demands: { rectifyWithinDays: within } }: Material): readonly Found[] {
  if (!process?.rectification) return [];
  const { today, rectification } = process;
  const { orderedOn, plannedOn, open } = rectification;
  const days = daysFrom(orderedOn, plannedOn ?? today);
  const late = {
    zh: `${orderedOn} 通知整改，${plannedOn ? `${plannedOn} 报送方案，历时` : `至 ${today} 未报送方案，已过`} ${days} 天，超过 ${within} 天`,
    en: `Ordered on ${orderedOn}, ${plannedOn ? `planned on ${plannedOn}` : `no plan by ${today}`}: ${days} days, more than ${within}`,
  };
  const unclosed = {
    zh: `整改期限已过，${open.length} 项问题未销号：${open.join('、')}`,
    en: `The time for rectification is over and ${open.length} findings are open: ${open.join(', ')}`,
  };
  return [
    ...(days > within ? [{ message: late, at: [] }] : []),
    ...(open.length > 0 && daysFrom(orderedOn, today) > within ? [{ message: unclosed, at: [] }] : []),
  ];
}

/** Calendar days from one date to another; both as `2022-05-31`. */
function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
