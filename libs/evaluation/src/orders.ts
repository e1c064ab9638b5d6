import type { Command } from '#libs/kernel';
import type { Change } from '#libs/sheet';
import type { DraftImported, ReturnItem, SystemScore, TaskIssued } from './facts.js';

/** What can be asked of an evaluation. Who asks and when stand beside the data in `by` and `at`. */
export type EvaluationCommand =
  | Command<'IssueTask', TaskIssued>
  | Command<'ImportDraft', Omit<DraftImported, 'by'>>
  | Command<'EditDraft', { readonly changes: readonly Change[] }>
  | Command<'AnswerItem', { readonly itemId: string; readonly answer: string }>
  | Command<'CheckInUnit', { readonly contentHash: string; readonly comment?: string }>
  | Command<'SignForUnit', { readonly contentHash: string; readonly comment?: string }>
  | Command<'Submit', { readonly contentHash: string; readonly openBlocks: readonly string[] }>
  | Command<'Withdraw', { readonly reason: string }>
  | Command<'PassFirstReview', Pass>
  | Command<'PassSecondReview', Pass>
  | Command<'RevokePass', { readonly reason: string }>
  | Command<'Return', { readonly reason: string; readonly items: readonly Omit<ReturnItem, 'id'>[] }>
  | Command<
      'RecordScore',
      {
        readonly version: number;
        readonly scheme: { readonly id: string; readonly version: string };
        readonly inputHash: string;
        readonly score: SystemScore;
      }
    >;

/** A pass names exactly what was read: version and content hash (E3), and carries an opinion of the person's own. */
export interface Pass {
  readonly version: number;
  readonly contentHash: string;
  readonly opinion: string;
  /** Ids of open ERROR findings that no waiver covers (E6). */
  readonly openErrors: readonly string[];
}
