import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { usePolling } from '../../ui/use-polling.js';

export const NOTICES = ['notices'];

/** A stream that was refused is asked for again after so long, in ms. */
const AGAIN = 30_000;

/**
 * Whether notices come by themselves. While the page is visible it holds one stream; what it tells is only that there is
 * something new, and the list is read as always. When there is no stream the list is polled instead.
 */
export function useLiveNotices(): boolean {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const present = usePolling(AGAIN) !== false;
  const there = useRef(present);
  there.current = present;
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      void queries.invalidateQueries({ queryKey: NOTICES });
      // A notice says that something became somebody's turn: lists and their counts are not what they were.
      void queries.invalidateQueries({ queryKey: ['lists'] });
    };
    const close = () => {
      clearTimeout(timer);
      source?.close();
      source = undefined;
      setLive(false);
    };
    const open = () => {
      if (document.hidden || source !== undefined) return;
      source = new EventSource('/api/notifications/stream');
      source.addEventListener('ready', () => {
        setLive(true);
        read();
      });
      source.addEventListener('notice', read);
      source.addEventListener('error', () => {
        setLive(false);
        if (source?.readyState !== EventSource.CLOSED) return; // it reconnects by itself, with the last id
        close();
        timer = setTimeout(again, AGAIN);
      });
    };
    // Not while nobody is there: asking would keep the session from ending.
    const again = () => {
      if (there.current) open();
      else timer = setTimeout(again, AGAIN);
    };
    const turn = () => (document.hidden ? close() : open());
    document.addEventListener('visibilitychange', turn);
    open();
    return () => {
      document.removeEventListener('visibilitychange', turn);
      close();
    };
  }, [queries]);
  return live;
}
