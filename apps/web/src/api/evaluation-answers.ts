import type { components } from './schema.js';

/** What the API answers about one evaluation; amounts and points are decimal strings. */
type Answers = components['schemas'];

export type Evaluation = Answers['EvaluationAnswer'];
export type Gate = Answers['Gate'];
/** What one reviewer answers for. */
export type Seat = Answers['SeatAnswer'];
/** Who could review, and why he may not. */
export type Candidate = Answers['CandidateAnswer'];
/** A note of a reviewer at one place. */
export type Remark = Answers['RemarkAnswer'];
/** What one reviewer said about one version; nothing of it while it is sealed. */
export type Review = Answers['ReviewAnswer'];
export type AnsweredItem = Answers['AnsweredItemAnswer'];
export type Sheet = Answers['SheetAnswer'];
export type Figure = Answers['FigureAnswer'];
export type Source = Answers['SourceAnswer'];
export type Indicator = Answers['IndicatorAnswer'];
export type SchemeAnswer = Answers['SchemeAnswerAnswer'];
/** A file that belongs to the content, by the SHA-256 of its bytes. */
export type Attachment = Answers['AttachmentAnswer'];
export type FieldValue = string | Figure | Indicator | SchemeAnswer | Attachment;
/** One changed field: its path, what was seen there, what shall stand there; null is absent. */
export type Change = Answers['ChangeAnswer'];
export type ReturnedItem = Answers['ReturnedItemAnswer'];
export type Finding = Answers['FindingAnswer'];
export type Action = Answers['ActionAnswer'];
/** The score under the campaign’s scheme; null points are not computable, never 0. */
export type Score = Answers['ScoreAnswer'];
export type Scored = Answers['ScoredAnswer'];
export type SubmittedVersion = Answers['SubmittedVersionAnswer'];
export type Imported = Answers['ImportedAnswer'];
