/** The day it is at the bureau, in SQL: the server's own day is another one from midnight to eight in the morning of Beijing. */
export const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;
