import type { Shape } from './shape.js';
import type { zhSearch } from './zh-search.js';

/** English texts of the search. */
export const enSearch: Shape<typeof zhSearch> = {
  search: {
    label: 'Search units, evaluations, campaigns',
    hint: 'Name, code or year (press /)',
    key: 'Search',
    nothing: 'Nothing found',
    failed: 'The search failed; try again later',
    kind: { evaluation: 'Evaluations', unit: 'Units', campaign: 'Campaigns', person: 'Persons' },
  },
};
