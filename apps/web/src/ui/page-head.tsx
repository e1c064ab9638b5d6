import type { ReactNode } from 'react';
import { useTitle } from './use-title.js';

/** The heading of a page with what can be done on it. */
export function PageHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  useTitle(title);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      <div className="page-actions">{children}</div>
    </div>
  );
}
