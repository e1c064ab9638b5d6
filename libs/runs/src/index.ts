export {
  type Outcome,
  type Pace,
  QUICK,
  type Run,
  type RunItem,
  type RunKind,
  type RunOrder,
  Runs,
  type Work,
} from './runs.js';
