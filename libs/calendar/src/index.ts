export {
  addWorkingDays,
  type Calendar,
  calendarOf,
  corrected,
  doubts,
  isWorkingDay,
  type NamedDay,
  workingDaysBetween,
} from './calendar.js';
export {
  type CalendarCommand,
  type CalendarEvent,
  type Corrections,
  corrections,
  type DayCorrected,
  type DayKind,
} from './corrections.js';
export {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  endOfDay,
  isDay,
  isWeekend,
  lastDayBefore,
  momentOf,
  yearOf,
} from './days.js';
export { type Deadline, ladder, type Rung, windowEnding, within } from './deadline.js';
export { CalendarFault, daysOf, type Holiday, parseYear, type YearFile } from './year.js';
export { YEAR_SCHEMA } from './year-schema.js';
