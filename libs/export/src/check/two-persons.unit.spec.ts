import { TwoPersons } from './two-persons.js';

type Fact = readonly [type: string, person: string, data?: Readonly<Record<string, unknown>>, onBehalfOf?: string];

const HASH = 'ab'.repeat(32);
const OF = { version: 1, contentHash: HASH };
const SUBMITTED: readonly Fact[] = [
  ['TaskIssued', 'wu'],
  ['DraftEdited', 'li'],
  ['UnitChecked', 'wang'],
  ['UnitSigned', 'zhao'],
  ['EvaluationSubmitted', 'li', OF],
];

/** Why the last fact's decision is none by two persons; null when it is one, undefined when nothing was decided. */
function why(...facts: readonly Fact[]): string | null | undefined {
  const persons = new TwoPersons();
  for (const [n, [type, personId, data = {}, onBehalfOf]] of facts.entries()) {
    const actor = { personId, accountId: `${personId}-1`, role: 'any', ...(onBehalfOf && { onBehalfOf }) };
    persons.follow(n, { type, actor } as never, data);
  }
  return persons.decision?.why;
}

describe('一事双审, from envelopes alone', () => {
  it('is a decision by two persons on one content', () => {
    expect(why(...SUBMITTED, ['FirstReviewPassed', 'chen', OF], ['SecondReviewPassed', 'lin', OF])).toBeNull();
  });

  it('is no decision while a gate of the second review is open', () => {
    const open = { ...OF, gate: 'business', openGates: ['audit'] };
    expect(why(...SUBMITTED, ['FirstReviewPassed', 'chen', OF], ['SecondReviewPassed', 'lin', open])).toBeUndefined();
  });

  it.each<[string, readonly Fact[], RegExp]>([
    [
      'one person passes twice',
      [
        ['FirstReviewPassed', 'chen', OF],
        ['SecondReviewPassed', 'chen', OF],
      ],
      /one person/,
    ],
    [
      'who wrote passes',
      [
        ['FirstReviewPassed', 'li', OF],
        ['SecondReviewPassed', 'lin', OF],
      ],
      /li took part/,
    ],
    [
      'who checked in the unit passes',
      [
        ['FirstReviewPassed', 'chen', OF],
        ['SecondReviewPassed', 'wang', OF],
      ],
      /wang took part/,
    ],
    ['the first review is missing', [['SecondReviewPassed', 'lin', OF]], /missing/],
    [
      'the system passes',
      [
        ['FirstReviewPassed', 'system:x', OF],
        ['SecondReviewPassed', 'lin', OF],
      ],
      /no person/,
    ],
    [
      'the second pass is for other content',
      [
        ['FirstReviewPassed', 'chen', OF],
        ['SecondReviewPassed', 'lin', { ...OF, contentHash: 'cd'.repeat(32) }],
      ],
      /not for the content/,
    ],
    [
      'the first pass was for the version before',
      [
        ['FirstReviewPassed', 'chen', OF],
        ['EvaluationReturned', 'lin', { from: 'second-review' }],
        ['EvaluationSubmitted', 'li', { ...OF, version: 2 }],
        ['SecondReviewPassed', 'lin', { ...OF, version: 2 }],
      ],
      /missing/,
    ],
    [
      'the first pass was taken back',
      [
        ['FirstReviewPassed', 'chen', OF],
        ['PassRevoked', 'chen'],
        ['SecondReviewPassed', 'lin', OF],
      ],
      /missing/,
    ],
    [
      'somebody acts for the one who passed first',
      [
        ['FirstReviewPassed', 'chen', OF],
        ['SecondReviewPassed', 'lin', OF, 'chen'],
      ],
      /one person/,
    ],
    [
      'something follows on the decision',
      [
        ['FirstReviewPassed', 'chen', OF],
        ['SecondReviewPassed', 'lin', OF],
        ['EvaluationReturned', 'lin', { from: 'second-review' }],
      ],
      /after the decision/,
    ],
  ])('is none when %s', (_, facts, words) => {
    expect(why(...SUBMITTED, ...facts)).toMatch(words);
  });
});
