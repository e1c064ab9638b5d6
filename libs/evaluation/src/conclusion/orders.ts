import type { Command } from '#libs/kernel';
import type { EvaluationPublished, OrderedFinding, PublicationCorrected } from './facts.js';

/** The version and content that a person has read (E3). */
interface Reading {
  readonly version: number;
  readonly contentHash: string;
}

export type ConclusionCommand =
  | Command<'SelectForRecheck', { readonly sampleId: string }>
  | Command<'RecordRecheck', Reading & { readonly opinion: string; readonly recheckScore: string }>
  | Command<'Finalize', Reading & { readonly note?: string }>
  | Command<'OrderRectification', RectificationOrder>
  | Command<'ReplyToRectification', { readonly findingId: string; readonly reply: string }>
  | Command<'RejectRectification', { readonly findingId: string; readonly reason: string }>
  | Command<'CloseRectification', { readonly findingId: string; readonly note: string }>
  | Command<'Publish', Omit<EvaluationPublished, 'by'> & { readonly personalData: readonly string[] }>
  | Command<'CorrectPublication', Omit<PublicationCorrected, 'by'>>
  | Command<'Archive', Reading & { readonly unpublishedReason?: string }>;

export interface RectificationOrder {
  readonly basis: string;
  readonly dueOn: string;
  readonly findings: readonly Omit<OrderedFinding, 'id'>[];
}
