import { useState } from 'react';

/**
 * What is being put into the filters of a list, before it is asked for. It begins anew when the address names other filters;
 * the fields stay where they are, with the focus in them.
 */
export function useFilterDraft<F extends object>(filters: F) {
  const told = JSON.stringify(filters);
  const [{ of, draft }, become] = useState({ of: told, draft: filters as Partial<F> });
  if (of !== told) become({ of: told, draft: filters });
  const put = (next: Partial<F>): void => become({ of: told, draft: next });
  return {
    draft,
    /** Empty values are no filters. */
    set: (change: { [K in keyof F]?: F[K] | undefined }): void =>
      put(
        Object.fromEntries(
          Object.entries({ ...draft, ...change }).filter(([, value]) => !isEmpty(value)),
        ) as Partial<F>,
      ),
    clear: (): void => put({}),
  };
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '';
