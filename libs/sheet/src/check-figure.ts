import { checkSource } from './check-source.js';
import { isFigureId } from './field-path.js';
import { FIGURES } from './figures.js';
import { boolean, choice, closed, decimalText, refuse, text } from './shapes.js';
import type { Figure, FigureUnit } from './sheet.js';

const UNITS: readonly FigureUnit[] = ['万元', '元', '人', '%', '㎡', '项'];
const MONEY: readonly FigureUnit[] = ['万元', '元'];
const LABEL_LENGTH = 100;

/**
 * Accepts a figure from outside. A figure of the catalogue keeps its unit (万元 and 元 may stand for each other); one
 * that the catalogue does not know must say its own label.
 */
export function checkFigure(path: string, id: string, value: unknown): Figure {
  const keys = ['value', 'unit', 'notApplicable', 'label', 'parent', 'stated', 'source'];
  const figure = closed(value, path, keys, ['value', 'unit']);
  const unit = choice(figure.unit, `${path}/unit`, UNITS);
  const known = Object.hasOwn(FIGURES, id) ? FIGURES[id] : undefined;
  if (known && unit !== known.unit && !(MONEY.includes(unit) && MONEY.includes(known.unit))) {
    refuse('sheet.wrong-unit', `${path}/unit`, { expected: known.unit });
  }
  if (figure.value !== null) decimalText(figure.value, `${path}/value`);
  if (figure.notApplicable !== undefined && boolean(figure.notApplicable, `${path}/notApplicable`)) {
    if (figure.value !== null) refuse('sheet.value-of-not-applicable', `${path}/value`);
  }
  if (figure.label !== undefined) text(figure.label, `${path}/label`, { min: 1, max: LABEL_LENGTH });
  else if (!known) refuse('sheet.label-required', path);
  if (figure.parent !== undefined) checkId(figure.parent, `${path}/parent`);
  if (figure.stated !== undefined) checkStated(figure.stated, `${path}/stated`);
  if (figure.source !== undefined) checkSource(figure.source, `${path}/source`);
  return figure as unknown as Figure;
}

function checkStated(value: unknown, pointer: string): void {
  const stated = closed(value, pointer, ['percent', 'base', 'source'], ['percent', 'base']);
  decimalText(stated.percent, `${pointer}/percent`);
  checkId(stated.base, `${pointer}/base`);
  if (stated.source !== undefined) checkSource(stated.source, `${pointer}/source`);
}

function checkId(value: unknown, pointer: string): void {
  if (!isFigureId(text(value, pointer, { max: 64 }))) refuse('sheet.not-a-figure', pointer);
}
