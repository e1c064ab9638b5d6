/** Only a path of our own is gone to after the log-in. */
export const ownPath = (path: string | null): string | undefined =>
  path?.startsWith('/') && !path.startsWith('//') ? path : undefined;
