import dayjs from 'dayjs';
import { useEffect, useState } from 'react';

/** A moment as people here write it, in their own time zone. */
export const showMoment = (iso: string): string => dayjs(iso).format('YYYY-MM-DD HH:mm');
export const showSecond = (iso: string): string => dayjs(iso).format('YYYY-MM-DD HH:mm:ss');
export const showDay = (iso: string): string => dayjs(iso).format('YYYY-MM-DD');
export const showClock = (ms: number): string => dayjs(ms).format('HH:mm:ss');

/** The time now, again each minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
