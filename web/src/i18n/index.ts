import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { coordinationZh } from '../coordination/texts.zh.ts';
import type { filmZh } from '../film/texts.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';
export const languages: readonly Language[] = ['zh', 'en'];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zh; coordination: typeof coordinationZh; film: typeof filmZh };
    returnNull: false;
  }
}

/** Chinese first; English has every key or does not compile. */
export const i18n = i18next.createInstance();
void i18n.use(initReactI18next).init({
  lng: 'zh',
  fallbackLng: false,
  resources: { zh: { translation: zh } },
  // English comes when somebody asks for it.
  partialBundledLanguages: true,
  interpolation: { escapeValue: false },
  returnNull: false,
});

let wanted: Language = 'zh';

/** Speaks a language from when its words are there; of two that were asked for the later. Without a network it stays as it is. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (language === 'en' && !i18n.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en.ts');
    i18n.addResourceBundle('en', 'translation', en);
  }
  if (wanted === language) await i18n.changeLanguage(language);
}
