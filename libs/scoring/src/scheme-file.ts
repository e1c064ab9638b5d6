import type { Rounding } from './exact.js';

/**
 * A scoring scheme (评分方案) as it stands in its file: the point table, formulas and rules of one notice, of one place,
 * for some years. Everything a county may decide differently is here; the code knows only the kinds of rules.
 * All amounts, points and thresholds are decimal strings.
 */
export interface SchemeFile {
  readonly $schema?: string;
  /** kebab-case and stable over versions. */
  readonly id: string;
  /** A published version never changes; a correction is the next version. */
  readonly version: string;
  readonly title: string;
  readonly kind: 'whole-unit' | 'project';
  readonly place: string;
  readonly years: { readonly from: number; readonly to?: number };
  readonly source: string;
  /** Whether somebody read the source of what is said here; false shows as general knowledge, not confirmed. */
  readonly sourceRead: boolean;
  /** Absent: exact values are kept. `rate` rounds a formula's value before its rule is applied. */
  readonly rounding?: { readonly rate?: Rounding; readonly points?: Rounding };
  /** The words formulas are written in. */
  readonly names: Readonly<Record<string, Name>>;
  readonly tree: readonly (Branch | Leaf)[];
  /** How far a claimed score may lie from the computed one and still agree; default 0. */
  readonly claimTolerance?: string;
  readonly caps?: Caps;
  readonly deviation?: Deviation;
  /** Best first, thresholds included: exactly 90 is the grade that begins at 90. */
  readonly grades: readonly Grade[];
}

/** A word in a formula: a figure of the sheet, a number given beside it, another formula, or a choice of reading. */
export type Name = FigureName | FactName | FormulaName | ChoiceName;

export interface FigureName extends Defaults {
  /** Id in the catalogue of figures. */
  readonly figure: string;
}

export interface FactName extends Defaults {
  /** Key in the facts given beside the sheet, for numbers no figure holds. */
  readonly fact: string;
  readonly unit?: string;
}

export interface FormulaName {
  readonly formula: string;
}

/** A reading (口径) that has to be chosen, such as whom 在职人数 counts. */
export interface ChoiceName {
  readonly choice: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly formula: string }[];
  /** The option taken while nobody has chosen. */
  readonly default: string;
}

export interface Defaults {
  /** The value where the sheet says 不适用; without it the whole indicator is not applicable. */
  readonly ifNotApplicable?: string;
  /** Only for what is nowhere in the sheet; a figure that is named but empty stays missing. Shown as an assumption. */
  readonly ifAbsent?: IfAbsent;
}

/** A decimal string, `not-applicable`, or a formula over other names. */
export type IfAbsent =
  | { readonly value: string; readonly assumption: string }
  | { readonly formula: string; readonly assumption: string };

/** A first- or second-level indicator (一级、二级指标) with what it is made of. */
export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly points: string;
  readonly children: readonly (Branch | Leaf)[];
}

/** What is scored: mostly a third-level indicator (三级指标). */
export interface Leaf {
  readonly id: string;
  readonly name: string;
  readonly points: string;
  /** Needed by the rules that judge a number. */
  readonly formula?: string;
  readonly unit?: string;
  readonly rule: Rule;
  /** What 不适用 means: full points, or left out and the rest rescaled to 100 (the default). */
  readonly notApplicable?: 'full' | 'leave-out';
  /** What a base of zero means: for 0/0 and for x/0. The default is not computable. */
  readonly zeroBase?: {
    readonly zeroOverZero?: 'not-applicable' | 'full' | 'not-computable';
    readonly overZero?: 'none' | 'not-computable';
  };
  /** What the notice asks for, in short; shown to people beside the points. */
  readonly clause: string;
  readonly source: string;
  readonly sourceRead: boolean;
}

export type Rule =
  | { readonly kind: 'proportional'; readonly target: string }
  | StepRule
  | PerPointRule
  | BandsRule
  | ChecklistRule
  | QualitativeRule
  | ReverseRule
  | { readonly kind: 'equality'; readonly target: string }
  | RowsRule
  | { readonly kind: 'unpublished' };

/** Which side of `of` costs points. */
export type Side = 'above' | 'below' | 'either';

/** Every whole step beyond `of` costs `deduct`, never below 0. `up` lets a begun step count. */
export interface StepRule {
  readonly kind: 'step';
  readonly side: Side;
  readonly of: string;
  readonly each: string;
  readonly deduct: string;
  readonly round: 'down' | 'up';
}

/** Each unit beyond `of` costs `deduct`, parts of a unit their part, never below 0. */
export interface PerPointRule {
  readonly kind: 'per-point';
  readonly side: Side;
  readonly of: string;
  readonly deduct: string;
}

/** The first band whose bounds hold gives the points; the last has none and takes the rest. */
export interface BandsRule {
  readonly kind: 'bands';
  readonly bands: readonly Band[];
}

export interface Band {
  readonly atMost?: string;
  readonly below?: string;
  readonly atLeast?: string;
  readonly above?: string;
  readonly points: string;
}

/** `earn`: each item met gives its points. `lose`: full points less the points of each item not met, never below 0. */
export interface ChecklistRule {
  readonly kind: 'checklist';
  readonly style: 'earn' | 'lose';
  readonly items: readonly { readonly id: string; readonly label: string; readonly points: string }[];
}

/** Levels best first. A level's points lie from its `from` per cent (included) to the next better `from` (excluded). */
export interface QualitativeRule {
  readonly kind: 'qualitative';
  readonly levels: readonly Level[];
}

export interface Level {
  readonly id: string;
  readonly label: string;
  /** Per cent of the points where the level begins. */
  readonly from: string;
  /** The level gives exactly `from`; nobody has to name points. */
  readonly fixed?: boolean;
}

/** Less is better. `linear`: none left at twice the target. `ratio`: target divided by actual. */
export interface ReverseRule {
  readonly kind: 'reverse';
  readonly target: string;
  readonly convention: ReverseConvention;
}
export type ReverseConvention = 'linear' | 'ratio';

/** The unit's own third-level indicators, found in the sheet by their first-level name; their points must fill these. */
export interface RowsRule {
  readonly kind: 'rows';
  readonly level1: readonly string[];
  readonly reverse: ReverseConvention;
  readonly levels: readonly Level[];
}

/** The total may not exceed `atMost` while the named rate is below `below`; the first band that holds counts. */
export interface Caps {
  readonly of: string;
  readonly bands: readonly { readonly below: string; readonly atMost: string }[];
  readonly clause: string;
  readonly source: string;
  readonly sourceRead: boolean;
}

/**
 * What happens to a row whose actual value lies `over` per cent or more above its target: it must be explained; or
 * points are deducted; or, where a reviewer finds the target was set too low, points fall by the degree of deviation.
 */
export interface Deviation {
  readonly over: string;
  readonly effect: 'explain' | 'deduct' | 'by-degree';
  readonly deduct?: string;
  /** An explanation saves the points. */
  readonly unlessExplained?: boolean;
  readonly clause: string;
  readonly source: string;
  readonly sourceRead: boolean;
}

export interface Grade {
  readonly grade: string;
  readonly code: string;
  readonly atLeast: string;
}

export function isLeaf(node: Branch | Leaf): node is Leaf {
  return 'rule' in node;
}
