import type { Shape } from './shape.js';
import type { zhPhrases } from './zh-phrases.js';

/** English texts of common phrases. */
export const enPhrases: Shape<typeof zhPhrases> = {
  phrases: {
    title: 'Common phrases',
    hint: 'To choose from when you review or return. Your own are seen by you alone; shared ones are set by campaign managers and seen by the reviewers of the unit and those below.',
    own: 'My own',
    shared: 'Shared',
    usual: 'Usual',
    text: 'Phrase',
    owner: 'Belongs to',
    new: 'New phrase',
    length: '2 to 500 characters.',
    shareWith: 'Shared by a unit (none: my own)',
    empty: 'There are no phrases yet',
    keep: 'Keep what is written as a phrase',
    kept: 'Kept as a phrase',
  },
};
