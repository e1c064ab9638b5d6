/** A scoring scheme as the list names it. */
export interface SchemeHead {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly kind: 'whole-unit' | 'project';
  readonly place: string;
  readonly years: { readonly from: number; readonly to?: number };
  readonly source: string;
  /** Whether somebody read the source; otherwise it is general knowledge, and said to be so. */
  readonly sourceRead: boolean;
}

/** The scheme's file, which the API gives whole; amounts and points are decimal strings. */
export interface SchemeFile extends SchemeHead {
  readonly rounding?: { readonly rate?: Rounding; readonly points?: Rounding };
  readonly names: Readonly<Record<string, Name>>;
  readonly tree: readonly Indicator[];
  readonly claimTolerance?: string;
  readonly caps?: Sourced & {
    readonly of: string;
    readonly bands: readonly { readonly below: string; readonly atMost: string }[];
  };
  readonly deviation?: Sourced & {
    readonly over: string;
    readonly effect: 'explain' | 'deduct' | 'by-degree';
    readonly deduct?: string;
    readonly unlessExplained?: boolean;
  };
  readonly grades: readonly { readonly grade: string; readonly code: string; readonly atLeast: string }[];
}

/** What a notice asks for, where that stands, and whether it was read there. */
export interface Sourced {
  readonly clause: string;
  readonly source: string;
  readonly sourceRead: boolean;
}

export interface Rounding {
  readonly decimals: number;
  readonly mode: 'half-up' | 'down';
}

/** A word formulas are written in. */
export type Name = (
  | { readonly figure: string }
  | { readonly fact: string; readonly unit?: string }
  | { readonly formula: string }
  | {
      readonly choice: string;
      readonly default: string;
      readonly options: readonly { readonly id: string; readonly label: string; readonly formula: string }[];
    }
) & {
  readonly ifNotApplicable?: string;
  readonly ifAbsent?: { readonly value?: string; readonly formula?: string; readonly assumption: string };
};

/** An indicator of any level; one that is scored has a rule, the others have what they are made of. */
export interface Indicator extends Partial<Sourced> {
  readonly id: string;
  readonly name: string;
  readonly points: string;
  readonly children?: readonly Indicator[];
  readonly formula?: string;
  readonly unit?: string;
  readonly rule?: Rule;
  readonly notApplicable?: 'full' | 'leave-out';
  readonly zeroBase?: {
    readonly zeroOverZero?: 'not-applicable' | 'full' | 'not-computable';
    readonly overZero?: 'none' | 'not-computable';
  };
}

export type Rule =
  | { readonly kind: 'proportional' | 'equality'; readonly target: string }
  | {
      readonly kind: 'step';
      readonly side: Side;
      readonly of: string;
      readonly each: string;
      readonly deduct: string;
      readonly round: 'down' | 'up';
    }
  | { readonly kind: 'per-point'; readonly side: Side; readonly of: string; readonly deduct: string }
  | { readonly kind: 'bands'; readonly bands: readonly Band[] }
  | {
      readonly kind: 'checklist';
      readonly style: 'earn' | 'lose';
      readonly items: readonly { readonly id: string; readonly label: string; readonly points: string }[];
    }
  | { readonly kind: 'qualitative'; readonly levels: readonly Level[] }
  | { readonly kind: 'reverse'; readonly target: string; readonly convention: Convention }
  | {
      readonly kind: 'rows';
      readonly level1: readonly string[];
      readonly reverse: Convention;
      readonly levels: readonly Level[];
    }
  | { readonly kind: 'unpublished' };

export type Side = 'above' | 'below' | 'either';
export type Convention = 'linear' | 'ratio';

export interface Band {
  readonly atMost?: string;
  readonly below?: string;
  readonly atLeast?: string;
  readonly above?: string;
  readonly points: string;
}

/** A level begins at `from` per cent of the points, and gives exactly that where it is fixed. */
export interface Level {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly fixed?: boolean;
}

/** An indicator with its level, 1 to 3, and the names above it. */
export interface IndicatorRow {
  readonly level: number;
  readonly above: readonly string[];
  readonly indicator: Indicator;
}

/** The tree in the order in which it is read, each indicator before what it is made of. */
export function rowsOf(tree: readonly Indicator[], above: readonly string[] = []): IndicatorRow[] {
  return tree.flatMap((indicator) => [
    { level: above.length + 1, above, indicator },
    ...rowsOf(indicator.children ?? [], [...above, indicator.name]),
  ]);
}
