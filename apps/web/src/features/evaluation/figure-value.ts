import type { Figure } from '../../api/evaluation-answers.js';
import { cleanDecimal, isDecimal } from '../../ui/amounts.js';

/** What a changed value keeps of the old: its name and place, not where in a report the old value was read. */
function kept(figure: Figure | undefined): Pick<Figure, 'label' | 'parent'> {
  return {
    ...(figure?.label === undefined ? {} : { label: figure.label }),
    ...(figure?.parent === undefined ? {} : { parent: figure.parent }),
  };
}

/** What is meant by what was typed: the figure, null when nothing is left of it, undefined while it is no number yet. */
export function meant(figure: Figure | undefined, unit: string, typed: string): Figure | null | undefined {
  const value = cleanDecimal(typed);
  if (value === '') return emptied(figure);
  if (!isDecimal(value)) return undefined;
  return figure?.value === value ? figure : { ...kept(figure), value, unit };
}

/** An emptied field is taken out of the sheet; a figure of the unit's own stays, named and empty. */
export const emptied = (figure: Figure | undefined): Figure | null =>
  figure?.label === undefined ? null : { ...kept(figure), value: null, unit: figure.unit };

/** The unit says that this figure does not concern it. */
export const inapplicable = (figure: Figure | undefined, unit: string): Figure => ({
  ...kept(figure),
  ...{ value: null, unit, notApplicable: true },
});
