import type { Shape } from './shape.js';
import type { zhDesk } from './zh-desk.js';

/** English of `zh-desk.ts`. */
export const enDesk: Shape<typeof zhDesk> = {
  desk: {
    next: 'Next to do',
    before: 'Before submission',
    ready: 'Nothing stands in the way of submission.',
    blocks: '{{count}} left before submission:',
    findings: 'Findings that are open',
    sections: 'Sections without text',
    returns: 'Returned items without an answer',
    steps: 'Steps before submission',
    step: {
      check: 'Check in the unit',
      sign: 'Signature of the head',
      submit: 'Submission',
    },
    done: 'done',
    waits: 'to be done',
    goTo: 'Go there',
  },
  figures: {
    title: 'Charts',
    funnel: 'How far they came',
    scores: 'Scores',
    deviation: 'Claimed less computed',
    ageing: 'How long open ones wait',
    step: {
      issued: 'Issued',
      begun: 'Begun',
      submitted: 'Submitted',
      'first-passed': 'First review passed',
      approved: 'Decided',
    },
    self: 'Claimed',
    system: 'Computed',
    count: 'Evaluations',
    reached: 'Step',
    band: 'Band',
    days: '{{from}}–{{to}} days',
    daysFrom: '{{from}} days and more',
    numbers: 'The numbers',
    none: 'Nothing to show yet.',
  },
};
