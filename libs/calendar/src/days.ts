/** A day in China: `YYYY-MM-DD`. Days in this form are in order as texts. */
export type Day = string;

/** China has had one time and no summer time since 1992: UTC+8, in ms. */
const AHEAD = 8 * 3_600_000;
const ONE_DAY = 86_400_000;

const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`);
const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** Whether the text is a day that exists, from 2000 to 2100. */
export function isDay(text: string): boolean {
  return /^2(?:0\d\d|100)-\d\d-\d\d$/.test(text) && !Number.isNaN(utcOf(text)) && fromUtc(utcOf(text)) === text;
}

/** The day it is in Shanghai at a moment (ISO 8601). */
export function dayOf(moment: string): Day {
  return fromUtc(Date.parse(moment) + AHEAD);
}

/** The last day before the moment has come: of an end that is midnight, the day that it ends. */
export function lastDayBefore(moment: string): Day {
  return fromUtc(Date.parse(moment) + AHEAD - 1);
}

/** So many days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  return fromUtc(utcOf(day) + days * ONE_DAY);
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return (utcOf(to) - utcOf(from)) / ONE_DAY;
}

/** Whether it is a Saturday or a Sunday. */
export function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(utcOf(day)).getUTCDay());
}

/** The moment at so many minutes after midnight in Shanghai; ISO 8601, UTC. */
export function momentOf(day: Day, minutes = 0): string {
  return new Date(utcOf(day) - AHEAD + minutes * 60_000).toISOString();
}

/** The moment the day is over in Shanghai, which is the first of the next day; ISO 8601, UTC. */
export function endOfDay(day: Day): string {
  return momentOf(addDays(day, 1));
}

/** The year of the day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
