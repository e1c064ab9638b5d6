import type { Sheet } from '#libs/sheet';
import type { Answer, Facts } from './facts.js';
import { type Known, knownNames } from './names.js';
import type { Scheme } from './scheme.js';

/** What one computation works with. */
export interface Given {
  readonly scheme: Scheme;
  readonly sheet: Sheet;
  readonly facts: Facts;
  readonly known: ReadonlyMap<string, Known>;
  /** The names' values under another reading of one choice; each computed once. */
  under(choice: string, option: string): ReadonlyMap<string, Known>;
}

/** Evaluates the names of a scheme for one sheet. */
export function given(scheme: Scheme, sheet: Sheet, facts: Facts): Given {
  const readings = new Map<string, ReadonlyMap<string, Known>>();
  const under = (choice: string, option: string) => {
    const key = `${choice}/${option}`;
    const other = { ...facts, choices: { ...facts.choices, [choice]: option } };
    const known = readings.get(key) ?? knownNames(scheme.names, sheet, other);
    readings.set(key, known);
    return known;
  };
  return { scheme, sheet, facts, known: knownNames(scheme.names, sheet, facts), under };
}

/** The answer given about an indicator, by its id. */
export function answerOf(id: string, facts: Facts): Answer | undefined {
  return facts.answers && Object.hasOwn(facts.answers, id) ? facts.answers[id] : undefined;
}
