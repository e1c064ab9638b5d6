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
};
