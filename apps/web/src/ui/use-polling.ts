import { useSyncExternalStore } from 'react';

/** After so long without a hand on keyboard or mouse nobody is taken to be there, in ms. */
const PATIENCE = 5 * 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

let present = true;
let timer: ReturnType<typeof setTimeout> | undefined;
let heardAt = 0;
const listeners = new Set<() => void>();

function become(next: boolean): void {
  if (present === next) return;
  present = next;
  for (const listener of listeners) listener();
}

function heard(): void {
  const now = performance.now();
  if (present && now - heardAt < 1_000) return;
  heardAt = now;
  clearTimeout(timer);
  timer = setTimeout(() => become(false), PATIENCE);
  become(true);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    for (const sign of SIGNS) window.addEventListener(sign, heard, { passive: true });
    heard();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    for (const sign of SIGNS) window.removeEventListener(sign, heard);
    clearTimeout(timer);
  };
}

/**
 * How often to look again, while somebody is there. Otherwise never: a page left open must not keep its session from
 * ending.
 */
export function usePolling(ms: number): number | false {
  return useSyncExternalStore(subscribe, () => present) ? ms : false;
}
