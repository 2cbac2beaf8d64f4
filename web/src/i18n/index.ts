import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';
export const languages: readonly Language[] = ['zh', 'en'];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zh };
    returnNull: false;
  }
}

/** Chinese first; English has every key or does not compile. */
export const i18n = i18next.createInstance();
void i18n.use(initReactI18next).init({
  lng: document.documentElement.lang === 'en' ? 'en' : 'zh',
  fallbackLng: false,
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
});
