import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Text } from '../api/answers.js';
import { speak } from '../api/client.js';
import { EN, ZH } from './texts.js';

export type Language = 'zh-CN' | 'en';
const REMEMBERED = 'shuangshen.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof ZH };
  }
}

/** Makes the interface speak the language that was chosen last, Chinese at first. */
export async function beginToSpeak(): Promise<void> {
  const chosen: Language = localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh-CN';
  await i18next.use(initReactI18next).init({
    lng: chosen,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: ZH }, en: { translation: EN } },
    interpolation: { escapeValue: false },
  });
  adopt(chosen);
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(REMEMBERED, language);
  await i18next.changeLanguage(language);
  adopt(language);
}

function adopt(language: Language): void {
  speak(language);
  document.documentElement.lang = language;
}

/** The word for a value the API names, or the value itself when there is none. */
export function word(t: TFunction, group: 'stage' | 'role' | 'event' | 'kind' | 'action', value: string): string {
  return t(`${group}.${value}` as 'stage.DRAFT', { defaultValue: value });
}

/** The text in the language that is spoken now. */
export const said = (text: Text): string => (i18next.language === 'en' ? text.en : text.zh);
