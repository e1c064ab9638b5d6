import type { Shape } from './shape.js';
import type { zhDeadlines } from './zh-deadlines.js';

export const enDeadlines: Shape<typeof zhDeadlines> = {
  calendar: {
    title: 'Working-day calendar',
    year: 'Year',
    source: 'Source: State Council, “{{title}}” ({{number}}, {{date}})',
    unknown: 'The holidays of this year are not known.',
    day: 'Day',
    weekday: 'Weekday',
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    kind: 'What it is',
    kinds: { holiday: 'day off', 'working-day': 'worked' },
    name: 'Holiday',
    correction: 'Corrected here',
    correctedBy: '{{name}}: {{reason}}',
    correct: 'Correct a day',
    reason: 'Reason',
    corrected: 'The correction is recorded; deadlines are counted anew.',
    hint: 'A correction moves deadlines and reminders of this division only; who gave it and why stands in the log.',
    empty: 'No day of this year is off, or worked instead',
  },
  deadline: {
    step: {
      unit: 'Submission',
      'first-review': 'First review',
      'second-review': 'Second review',
      rectification: 'Reply to the rectification',
    },
    due: '{{step}} due',
    remind: 'Remind',
    remindWhy: 'Reminds those whose turn it is; each at most once in 24 hours of the same evaluation.',
    note: 'A word with it (optional; it stands in the log)',
    reminded: 'Reminded',
    reviewWithinDays: 'Working days for each review',
  },
  indicators: {
    title: 'Indicators for audit',
    empty: 'Nothing reaches a threshold',
    kind: {
      'fast-pass': 'Passed within a minute',
      'same-pair': 'Always the same two',
      'never-returned': 'Never returned anything',
    },
    why: {
      'fast-pass': 'Less than {{seconds}} s from the submission or the step before to the pass',
      'same-pair': 'At least {{together}} evaluations approved by the same two, and none with anybody else',
      'never-returned': 'At least {{decisions}} decisions and no return among them',
    },
    persons: 'Persons',
    count: '{{count}} of {{of}}',
    evaluations: 'Evaluations',
    seconds: '{{seconds}} s',
  },
};
