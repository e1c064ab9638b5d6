import type { Text } from '#libs/kernel';

export type { Text } from '#libs/kernel';

/** What stands beside anything whose source was not read; such a clause is never shown as a fact. */
export const UNCONFIRMED: Text = { zh: '一般知识，未经核实', en: 'general knowledge, not confirmed' };
