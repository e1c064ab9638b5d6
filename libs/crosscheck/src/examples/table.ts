import type { Indicator } from '#libs/sheet';
import type { ScoreOfScheme } from '../material.js';

/** A row of the indicator table that says no more than an example needs. */
export function row(told: Partial<Indicator>): Indicator {
  return {
    level1: '产出',
    level2: '质量',
    name: '待遇审核准确率',
    direction: 'GTE',
    target: '100',
    actual: '100',
    unitOfMeasure: '%',
    maxPoints: '10',
    points: '10',
    ...told,
  };
}

/** Outputs 50, benefits 30, satisfaction 10: what a project's table makes beside its execution rate. */
export const NINETY: Readonly<Record<string, Indicator>> = {
  r1: row({ maxPoints: '50', points: '46', deviationExplanation: '两件材料不全，已补正。' }),
  r2: row({ level1: '效益', level2: '社会效益', name: '待遇按时足额发放', maxPoints: '30', points: '30' }),
  r3: row({ level1: '满意度', level2: '服务对象满意度', name: '参保职工满意度', maxPoints: '10', points: '10' }),
};

export function score(told: Partial<ScoreOfScheme>): ScoreOfScheme {
  return {
    scheme: { id: 'hunan-whole-unit-A', version: '1' },
    indicators: [],
    total: null,
    computable: { points: '0', maxPoints: '0' },
    ceiling: null,
    ceilingGrade: null,
    grades: [
      { grade: '优', atLeast: '90' },
      { grade: '良', atLeast: '80' },
      { grade: '中', atLeast: '60' },
      { grade: '差', atLeast: '0' },
    ],
    ...told,
  };
}

type Judged = ScoreOfScheme['indicators'][number];

/** What the scheme makes of one indicator. */
export function judged(told: Pick<Judged, 'id'> & Partial<Judged>): Judged {
  return { name: '', maxPoints: '10', points: null, value: null, unit: null, worked: null, ...told };
}
