/**
 * The structured self-evaluation (自评表 and the narrative around it): the master from which prose is checked or made.
 *
 * A sheet is some maps of *fields*. A field is the unit of editing, of conflict between two editors, and of the trail:
 * it is named by a JSON pointer of two steps, such as `/figures/BUD.TOTAL`. A field that is absent was never given;
 * that differs from 0 and from 不适用.
 */
export interface Sheet {
  readonly head: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly sections: Readonly<Record<string, string>>;
  /** What the unit answers to the questions of its scheme (评分方案), by the scheme's id of the question. */
  readonly answers: Readonly<Record<string, SchemeAnswer>>;
  /** Evidence (佐证材料) by the SHA-256 of its bytes; the map is there once something was attached. */
  readonly attachments?: Readonly<Record<string, Attachment>>;
}

/** A file that belongs to the content: what is signed, versioned and compared is its hash. */
export interface Attachment {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Media type, as its first bytes say. */
  readonly type: string;
}

/** The fields of the head (表头), all plain text; `selfScore` is a decimal string of points. */
export const HEAD_FIELDS = [
  'unitName',
  'fiscalYear',
  'selfScore',
  'selfGrade',
  'preparedOn',
  'preparer',
  'phone',
  'head',
  'sealed',
] as const;

/** The sections a report may have (提纲), in the order they are printed. The preface is what stands before all headings. */
export const SECTIONS = {
  preface: '前言',
  duties: '主要职责、工作任务及目标',
  overview: '基本情况',
  budget: '年初预算安排情况',
  execution: '本年预算执行情况',
  performance: '工作目标履职情况',
  benefits: '履职效益',
  problems: '存在的问题及原因',
  measures: '改进措施',
  disclosure: '结果应用和公开情况',
  conclusion: '绩效自评结论',
} as const;
export type SectionId = keyof typeof SECTIONS;

/** 万元 and 元 are money; the others count or rate. */
export type FigureUnit = '万元' | '元' | '人' | '%' | '㎡' | '项';

/** One named amount or count. */
export interface Figure {
  /** Decimal string in `unit`, or null when the figure is named but left empty. */
  readonly value: string | null;
  readonly unit: FigureUnit;
  /** 不适用: the figure does not apply to this unit. Then `value` is null. */
  readonly notApplicable?: boolean;
  /** The unit's own name of it, where the catalogue has none or the report words it differently. */
  readonly label?: string;
  /** Parent figure for what the catalogue does not know. */
  readonly parent?: string;
  /** The share the report states for it ("占全年支出的92.2%"): percent as printed, and of which figure. */
  readonly stated?: { readonly percent: string; readonly base: string; readonly source?: Source };
  readonly source?: Source;
}

/** Where a value was found: half-open character span [start, end) in the text of a document, and the words there. */
export interface Source {
  /** SHA-256 of the document's text, hex. */
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** In a table of the document: which one, row and column, all from 1; in a workbook its sheet and address too. */
  readonly cell?: {
    readonly table: number;
    readonly row: number;
    readonly column: number;
    readonly sheet?: string;
    readonly at?: string;
  };
  /** How sure the reader of the document was, and on what grounds; absent where a person gave the place. */
  readonly sure?: Sureness;
  readonly because?: readonly Ground[];
}

/** How sure a reader is of what it read: `doubtful` rests on an assumption that a person has to confirm. */
export const SURENESSES = ['certain', 'likely', 'doubtful'] as const;
export type Sureness = (typeof SURENESSES)[number];

/**
 * On what a reading rests: the words name one figure; or several, and what is being talked about chose; row and column of
 * a table. Whose unit: the place's own, another place's of the document, or none's, so that it was assumed. What a formula
 * computed.
 */
export const GROUNDS = [
  'label',
  'context',
  'row-and-column',
  'unit-said',
  'unit-elsewhere',
  'unit-assumed',
  'computed',
] as const;
export type Ground = (typeof GROUNDS)[number];

/** 指标性质 of an indicator: how actual and target compare. */
export type Direction = 'GTE' | 'GT' | 'EQ' | 'LTE' | 'LT' | 'QUALITATIVE';

/** One row of the indicator table (三级指标). Values and points are decimal strings; null is not yet filled in. */
export interface Indicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly direction: Direction;
  readonly target: string | null;
  readonly actual: string | null;
  readonly unitOfMeasure: string;
  readonly maxPoints: string | null;
  readonly points: string | null;
  readonly deviationExplanation?: string;
  readonly core?: boolean;
  /** Where the row was found, when it was read from a document. */
  readonly source?: Source;
}

/**
 * An answer to a question that a scheme asks and no figure holds: which reading (口径) was taken, a number, a checklist, a
 * level judged by people. Its key is the scheme's id of it; for one of the unit's own rows `<indicator id>/<row key>`.
 */
export interface SchemeAnswer {
  /** The option chosen. */
  readonly choice?: string;
  /** Decimal string; null is named but left empty. */
  readonly value?: string | null;
  /** 不适用, for the whole question. */
  readonly notApplicable?: boolean;
  /** Checklist item id → answer. */
  readonly items?: Readonly<Record<string, 'yes' | 'no' | 'not-applicable'>>;
  readonly level?: string;
  readonly points?: string;
  /** The target of this row was clearly set too low. */
  readonly targetTooLow?: boolean;
}

/** What a field may hold. */
export type FieldValue = string | Figure | Indicator | SchemeAnswer | Attachment;

/** One changed field: JSON pointer, what stood there and what stands there now; null is absent. */
export interface Change {
  readonly path: string;
  readonly before: FieldValue | null;
  readonly after: FieldValue | null;
}

export const EMPTY_SHEET: Sheet = { head: {}, figures: {}, indicators: {}, sections: {}, answers: {} };
