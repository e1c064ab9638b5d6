import type { components } from './schema.js';

/** What the API answers about one evaluation; amounts and points are decimal strings. */
type Answers = components['schemas'];

export type Evaluation = Answers['EvaluationAnswer'];
export type Gate = Answers['Gate'];
/** What one reviewer answers for. */
export type Seat = Answers['SeatAnswer'];
/** A note of a reviewer at one place. */
export type Remark = Answers['RemarkAnswer'];
/** A file enclosed with a remark or an item of a return. */
export type EnclosedFile = Answers['EnclosedFileAnswer'];
export type AnsweredItem = Answers['AnsweredItemAnswer'];
export type Sheet = Answers['SheetAnswer'];
export type Figure = Answers['FigureAnswer'];
export type Source = Answers['FoundAtAnswer'];
export type Indicator = Answers['IndicatorAnswer'];
export type SchemeAnswer = Answers['SchemeAnswerAnswer'];
export type FieldValue = string | Figure | Indicator | SchemeAnswer | Answers['AttachmentAnswer'];
/** One changed field: its path, what was seen there, what shall stand there; null is absent. */
export type Change = Answers['ChangeAnswer'];
export type Finding = Answers['FindingAnswer'];
export type Action = Answers['ActionAnswer'];
/** The score under the campaign’s scheme; null points are not computable, never 0. */
export type Score = Answers['ScoreAnswer'];
export type Scored = Answers['ScoredAnswer'];
export type SubmittedVersion = Answers['SubmittedVersionAnswer'];
