export { dayOf, processOf } from './conduct.js';
export { type Against, type Examined, examine, raisedFrom } from './examine.js';
export { marksOf } from './marks.js';
export { recordOf } from './record.js';
