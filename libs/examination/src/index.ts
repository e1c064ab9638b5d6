export { type Against, type Examined, examine, raisedFrom } from './examine.js';
export { marksOf } from './marks.js';
export { dayOf, processOf } from './process.js';
