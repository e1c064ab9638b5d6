/** Hours in which nobody is mailed, `HH:MM` in Asia/Shanghai, `to` not included; equal: none. May cross midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What holds until somebody chose otherwise. */
export const USUAL_QUIET: QuietHours = { from: '22:00', to: '07:00' };

/** When the digest of a day goes out, Asia/Shanghai. */
const DIGEST_AT = '08:00';

const MINUTE = 60_000;
const DAY = 24 * 60;
/** Asia/Shanghai has been UTC+8 all year since 1991. */
const OFFSET = 8 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const minuteOfDay = (moment: Date): number => (Math.floor(moment.getTime() / MINUTE) + OFFSET) % DAY;
const wholeMinute = (moment: Date): number => Math.floor(moment.getTime() / MINUTE);

/** The first moment from `moment` on that is not quiet: itself, or the end of the quiet hours it lies in. */
export function afterQuiet(moment: Date, { from, to }: QuietHours): Date {
  const [begins, ends, now] = [minutesOf(from), minutesOf(to), minuteOfDay(moment)];
  const quiet = begins <= ends ? now >= begins && now < ends : now >= begins || now < ends;
  if (!quiet) return moment;
  return new Date((wholeMinute(moment) + ((ends - now + DAY) % DAY)) * MINUTE);
}

/** The next time a digest goes out, later than `moment`. */
export function nextDigest(moment: Date): Date {
  const wait = (minutesOf(DIGEST_AT) - minuteOfDay(moment) + DAY) % DAY;
  return new Date((wholeMinute(moment) + (wait === 0 ? DAY : wait)) * MINUTE);
}

/** The day a moment lies on in Asia/Shanghai, `YYYY-MM-DD`. */
export const dayIn = (moment: Date): string => new Date(moment.getTime() + OFFSET * MINUTE).toISOString().slice(0, 10);

const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 60 * MINUTE;

/** After how many failures a delivery is parked. */
export const MOST_ATTEMPTS = 8;

/** How long to wait after the n-th failure, from 1, in ms: doubling from 30 s, at most an hour. */
export const waitAfter = (attempts: number, first: number = FIRST_WAIT): number =>
  Math.min(first * 2 ** (attempts - 1), LONGEST_WAIT);
