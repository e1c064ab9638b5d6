/** One sentence in both languages. Chinese is the one people work with; English is complete, not a summary. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
