import type { Sheet } from '#libs/sheet';

/**
 * What a score needs beside the sheet: readings chosen, numbers no figure holds, and people's answers. All optional;
 * what is not given is reported as missing, never guessed.
 */
export interface Facts {
  /** Choice id → option id; the scheme's default holds while nothing is chosen, and an unknown option is refused. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Fact key → decimal string; null is named but left empty, `not-applicable` is 不适用. */
  readonly values?: Readonly<Record<string, string | null>>;
  /** Indicator id → answer; for a row of the unit's own indicators `<indicator id>/<row key in the sheet>`. */
  readonly answers?: Readonly<Record<string, Answer>>;
}

/** A person's answer about one indicator. */
export interface Answer {
  /** 不适用, for the whole indicator. */
  readonly notApplicable?: boolean;
  /** Checklist item id → answer. */
  readonly items?: Readonly<Record<string, 'yes' | 'no' | 'not-applicable'>>;
  /** Level of a qualitative indicator, and points inside it where the level does not fix them. */
  readonly level?: string;
  readonly points?: string;
  /** The target of this row was clearly set too low. */
  readonly targetTooLow?: boolean;
}

/** What the unit itself answered, from its sheet. */
export function factsOf({ answers }: Sheet): Facts {
  const all = Object.entries(answers);
  return {
    choices: Object.fromEntries(all.flatMap(([id, { choice }]) => (choice === undefined ? [] : [[id, choice]]))),
    values: Object.fromEntries(
      all.flatMap(([id, { value, notApplicable }]) => {
        if (notApplicable) return [[id, 'not-applicable']];
        return value === undefined ? [] : [[id, value]];
      }),
    ),
    answers,
  };
}
