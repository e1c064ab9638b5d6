import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../ui/language-switch.js';
import { useTitle } from '../ui/use-title.js';

/** The frame of the pages before the log-in. */
export function FrontPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  useTitle(title);
  return (
    <div className="front">
      <header className="front-head">
        <LanguageSwitch />
      </header>
      <main className="front-card">
        <div className="front-brand">
          <img src="/icon.svg" alt="" width="36" height="36" />
          <div>
            <div className="front-name">{t('product.name')}</div>
            <div className="quiet">{t('product.tagline')}</div>
          </div>
        </div>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
