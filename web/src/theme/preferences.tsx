import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, languages, speak } from '../i18n/index.ts';

export type ThemeChoice = 'light' | 'dark' | 'system';

interface Preferences {
  readonly theme: ThemeChoice;
  readonly dark: boolean;
  /** The person asked their system for stillness. */
  readonly still: boolean;
  readonly language: Language;
  setTheme(theme: ThemeChoice): void;
  setLanguage(language: Language): void;
}

const PreferencesContext = createContext<Preferences | undefined>(undefined);

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (!preferences) throw new Error('no PreferencesProvider around this');
  return preferences;
}

/** Language and colours, remembered on this machine. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<ThemeChoice>(() => oneOf(['light', 'dark', 'system'], recall('lianyu.theme')) ?? 'system');
  const [language, setLanguage] = useState<Language>(languageRemembered);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const dark = theme === 'dark' || (theme === 'system' && systemDark);

  useEffect(() => {
    remember('lianyu.theme', theme);
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [theme, dark]);
  useEffect(() => {
    remember('lianyu.language', language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    speak(language).catch(() => undefined);
  }, [language]);

  const value = useMemo<Preferences>(() => ({ theme, dark, still, language, setTheme, setLanguage }), [theme, dark, still, language]);
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

export const languageRemembered = (): Language => oneOf(languages, recall('lianyu.language')) ?? 'zh';

function useMedia(asked: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(asked).matches);
  useEffect(() => {
    const query = matchMedia(asked);
    const changed = () => setMatches(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, [asked]);
  return matches;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text);
}

function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing still works for this visit.
  }
}
