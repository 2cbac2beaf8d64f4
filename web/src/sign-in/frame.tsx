import { Button } from 'antd';
import type { FormEvent, ReactNode } from 'react';
import { Brand } from '../app/shell.tsx';
import { usePreferences } from '../theme/preferences.tsx';
import './sign-in.css';

/** The calm page in front of everything: brand, one form, the language. */
export function Frame({ title, onSubmit, children }: { title: string; onSubmit?: () => void; children: ReactNode }) {
  const { language, setLanguage } = usePreferences();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <main className="door" id="content">
      <form className="card" onSubmit={submit}>
        <div className="door-head">
          <Brand />
          <Button type="text" size="small" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
            {language === 'zh' ? 'English' : '中文'}
          </Button>
        </div>
        <h1>{title}</h1>
        {children}
      </form>
    </main>
  );
}
