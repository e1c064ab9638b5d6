import type { Shape } from './shape.js';
import type { zhCompare } from './zh-compare.js';

export const enCompare: Shape<typeof zhCompare> = {
  compare: {
    title: 'Side by side',
    pick: 'Choose for side by side: {{unit}}',
    open: 'Side by side ({{count}})',
    keyPick: 'Choose for side by side, or not',
    choose: 'Choose two or three evaluations',
    chooseHint: 'Tick two or three lines of the to-do list or of the evaluations, then “Side by side”.',
    onlyDifferences: 'Only differences',
    differs: 'differs',
    differing: '{{count}} of {{of}} differ',
    possible: 'What I may do',
    decide: 'Open and decide',
    scores: 'Scores',
    score: 'Score',
    findings: '{{all}}, {{open}} of them open',
    selfPoints: 'Points the unit claims',
    systemPoints: 'Points computed',
    section: 'Part',
    unfold: 'Read',
    fold: 'Fold',
  },
};
