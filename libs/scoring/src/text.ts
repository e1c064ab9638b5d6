/** One sentence in both languages. Chinese is the one people work with; English is complete, not a summary. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What stands beside anything whose source was not read; such a clause is never shown as a fact. */
export const UNCONFIRMED: Text = { zh: '一般知识，未经核实', en: 'general knowledge, not confirmed' };
