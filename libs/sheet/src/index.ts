export { add, amountOf, compare, Decimal, decimal, format, percent, ratio, subtract, toWan } from './amounts.js';
export { applyChanges, diff, fieldAt } from './changes.js';
export { checkChanges, checkField } from './check-field.js';
export { contentHash } from './content-hash.js';
export { isDecimal, isFieldPath, isFigureId } from './field-path.js';
export { type CatalogueFigure, childrenOf, FIGURES, type Split } from './figures.js';
export {
  type Attachment,
  type Change,
  type Direction,
  EMPTY_SHEET,
  type FieldValue,
  type Figure,
  type FigureUnit,
  GROUNDS,
  type Ground,
  HEAD_FIELDS,
  type Indicator,
  type SchemeAnswer,
  SECTIONS,
  type SectionId,
  type Sheet,
  type Source,
  SURENESSES,
  type Sureness,
} from './sheet.js';
