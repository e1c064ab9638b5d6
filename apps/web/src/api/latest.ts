let latest = -1;

/** Remembers the position of what the person did last, so that lists asked for afterwards contain it. */
export function remember(position: number): void {
  latest = Math.max(latest, position);
}

/** To be sent with a list; nothing before the first command. */
export const afterLatest = (): { after?: number } => (latest < 0 ? {} : { after: latest });
