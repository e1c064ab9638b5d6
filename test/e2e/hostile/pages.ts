/** Where what was written is read: who, at which address, and which of the hostile texts must stand there as texts. */
export type HostilePage = readonly [login: string, path: string, places: readonly string[]];

export const SHEET = [
  ...['unit', 'preparer in the head', 'telephone', 'head of the unit', 'level 1', 'level 2', 'indicator', 'target'],
  ...['actual', 'measure', 'explanation', 'problems', 'preface', 'conclusion'],
];

const TABS: Readonly<Record<string, readonly string[]>> = {
  sheet: [...SHEET, 'own figure again'],
  sources: ['name of the source', 'text of the source'],
  findings: ['waiver', 'second answer to a finding'],
  score: ['unit'],
  returns: ['return item', 'long return item', 'answer', 'second answer'],
  reviews: ['return', 'first opinion at first', 'first opinion', 'remark', 'second opinion'],
  conclusion: ['final note', 'rectification', 'reply', 'rejection', 'second reply', 'closure', 'place', 'correction'],
  versions: ['unit'],
  documents: ['name of the attachment'],
  trail: [
    ...['preparer', 'expert', 'comment', 'answer to a finding', 'withdrawal', 'question', 'expert opinion'],
    ...['revocation', 'basis'],
  ],
};

export const hostilePages = (evaluation: string, campaign: string, fiscalYear: number): readonly HostilePage[] => [
  ...Object.entries(TABS).map(
    ([tab, places]) => ['huang', `/evaluations/${evaluation}?tab=${tab}`, places] satisfies HostilePage,
  ),
  ['huang', `/evaluations?year=${fiscalYear}`, ['unit']],
  ['huang', '/trail?type=CampaignExtended', ['extension']],
  ['huang', '/trail?type=RoleDeclined', ['refused grant']],
  ['shenji', '/administration/break-glass', ['expert', 'broken glass', 'opinion on the broken glass']],
  ['admin', '/administration/units', ['unit']],
  ['admin', '/administration/persons', ['unit', 'preparer', 'expert']],
  ['admin', '/administration/accounts', ['preparer', 'expert']],
  ['long', '/phrases', ['phrase', 'shared phrase']],
  ['long', '/conflicts', ['conflict']],
  ['liang', '/delegations', ['delegation']],
  ['admin', '/webhooks', ['webhook']],
  ['shi', '/calendar?year=2026', ['day']],
  ['shi', `/campaigns/${campaign}`, ['campaign']],
];
