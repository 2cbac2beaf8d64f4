import { useTranslation } from 'react-i18next';
import { i18n } from '../i18n/index.ts';
import { coordinationEn } from './texts.en.ts';
import { coordinationZh } from './texts.zh.ts';

// The words come with the area: whoever never opens it does not load them.
i18n.addResourceBundle('zh', 'coordination', coordinationZh);
i18n.addResourceBundle('en', 'coordination', coordinationEn);

/** The words of this area, and which language is spoken. */
export function useWords() {
  const { t, i18n: spoken } = useTranslation('coordination');
  return { t, language: spoken.language === 'en' ? ('en' as const) : ('zh' as const) };
}
