import type { zhWorkbench } from './zh-workbench.js';

/** English texts of the auditor's workbench. */
export const enWorkbench: typeof zhWorkbench = {
  workbench: {
    textIs: 'what people wrote and entered; scores that the system worked out have a list of their own',
    text: 'Words',
    history: 'Travel in time',
    moment: 'Moment {{n}} of {{of}}',
    since: 'What has changed since',
    same: 'Nothing has changed since.',
    what: {
      stage: 'Stage',
      version: 'Version',
      submittedHash: 'Hash of the submitted content',
      systemScore: 'Computed score',
      passes: 'Passed by',
      participants: 'Took part for the unit',
    },
    proof: 'Check in the page',
    bundle: 'Download the evidence',
    explain:
      'Your browser takes the exact bytes and the proof of every event and computes the hashes again on this machine: whether the content is what was committed to, and whether the event is where the signed checkpoint sealed it. Nothing the server concludes is believed.',
    key: 'Key of the log, from elsewhere (optional)',
    check: 'Check',
    holds: '✓ Everything holds',
    fails: '✗ Something does not hold, at {{positions}}',
    outcome: {
      proven: '{{count}} events: content as committed to, place as sealed',
      erased: '{{count}} events: words erased by order, place as sealed',
      unsealed: '{{count}} events: content as committed to, not sealed yet',
      'payload-differs': '{{count}} events: the content is not what was committed to',
      'proof-differs': '{{count}} events: not where the checkpoint sealed them',
    },
    checkpoint: 'Checkpoint: {{size}} events sealed, root {{root}}…',
    noCheckpoint: 'There is no signed checkpoint yet; only content and commitment were compared.',
    signed: {
      yes: 'The signature of the checkpoint is valid',
      no: 'The signature of the checkpoint is not valid, or there is no key to check it with',
      unknown: 'This browser knows no Ed25519, the signature was not checked; use the offline verifier',
    },
    serverKey:
      'Note: the key came from the server and shows only that all agrees with itself; give one from elsewhere.',
    dualReview: 'Proof of two reviews, by year',
    dualReviewExplained:
      'From the two-person record of the database; the offline verifier shows the same from the log alone.',
    noneDecided: 'Nothing is decided yet',
    year: 'Fiscal year {{year}}',
    yearTold:
      '{{decided}} matters decided, {{byTwoPersons}} of them by different persons of whom none took part, on one content; {{reviewers}} reviewers.',
    noException: 'No exception.',
    why: {
      'one-person': 'one person reviewed twice',
      participant: 'a reviewer took part for the unit',
      'other-content': 'the passes are for different contents',
    },
    erasures: 'Orders to erase',
    erasuresExplained:
      'An administrator orders, another person confirms; it is carried out at once and cannot be undone. Content and salt are destroyed; place, hash and every proof stay.',
    noErasures: 'No orders to erase',
    target: 'Id of a person, or position of an event',
    reason: 'What it rests on (10 characters or more)',
    order: 'Order the erasure',
    confirm: 'Confirm and erase',
    decline: 'Decline',
    declineReason: 'Why it is declined (10 characters or more)',
    confirmed: 'Confirmed by {{by}}: the content of {{count}} events was erased',
    declined: 'Declined by {{by}}',
    erased: 'erased by order ({{by}})',
  },
};
