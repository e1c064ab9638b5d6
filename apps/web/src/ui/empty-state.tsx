import type { ReactNode } from 'react';

/** What stands where there is nothing: what is missing, and what would bring it. */
export function EmptyState({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <svg width="56" height="44" viewBox="0 0 56 44" aria-hidden="true">
        <rect x="6" y="4" width="44" height="36" rx="3" fill="#f3f5f8" stroke="#c9d1dc" />
        <path d="M14 14h28M14 22h28M14 30h16" stroke="#c9d1dc" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <p className="empty-title">{title}</p>
      {hint && <p className="quiet">{hint}</p>}
      {children}
    </div>
  );
}
