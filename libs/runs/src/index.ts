export { type Run, type RunKind, type RunOrder, Runs, type Work } from './runs.js';
