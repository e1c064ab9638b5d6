export { Calendars, type RecordedCorrection } from './calendars.js';
