const BEIJING = { timeZone: 'Asia/Shanghai' } as const;
const MOMENT = new Intl.DateTimeFormat('sv-SE', { ...BEIJING, dateStyle: 'short', timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat('zh-CN', { ...BEIJING, dateStyle: 'long' });

/** Of an instant in UTC, the moment in Beijing: `2022-05-30 16:05`. */
export const momentOf = (at: string): string => MOMENT.format(new Date(at));

/** The day in Beijing: `2022年5月30日`. */
export const dayOf = (at: string): string => DAY.format(new Date(at));
