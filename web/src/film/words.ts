import { useTranslation } from 'react-i18next';
import { i18n } from '../i18n/index.ts';
import { filmEn, filmZh } from './texts.ts';

// The words come with the area: whoever never opens it does not load them.
i18n.addResourceBundle('zh', 'film', filmZh);
i18n.addResourceBundle('en', 'film', filmEn);

/** The words of this area. */
export const useFilmWords = () => useTranslation('film').t;
