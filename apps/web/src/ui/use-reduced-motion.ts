import { useSyncExternalStore } from 'react';

const wish = window.matchMedia('(prefers-reduced-motion: reduce)');

function subscribe(listener: () => void): () => void {
  wish.addEventListener('change', listener);
  return () => wish.removeEventListener('change', listener);
}

/** Whether the reader asked the system for fewer movements (WCAG 2.3.3). */
export const useReducedMotion = (): boolean => useSyncExternalStore(subscribe, () => wish.matches);
