export { type Erasure, erasing } from './erasing.js';
export type {
  Erased,
  ErasureCommand,
  ErasureConfirmed,
  ErasureDeclined,
  ErasureEvent,
  ErasureOrdered,
  Meant,
  Target,
} from './facts.js';
export { BLANK, isErasable, keptOf } from './redaction.js';
export { ERASURE_REFUSALS, refusal } from './refusals.js';
